package io.itinera.collector.domain;

import io.itinera.contracts.Identities;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.settings.IntakeRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of a person or a group. An identify's traits stand beside the event or in its
 * context, depending on the client; those beside it hold. Where a source says so, those in any
 * other call's context tell of the person too.
 *
 * @param inContext the weaker layer
 * @param besides the stronger layer
 * @param email the person's address, when an identify tells one
 */
public record Traits(@Nullable Slice inContext, @Nullable Slice besides, @Nullable String email) {

    private static final Traits NONE = new Traits(null, null, null);

    static Traits of(EventType type, Draft draft, ObjectReader reader, IntakeRules rules) {
        Slice besides = draft.section(Section.TRAITS);
        return switch (type) {
            case identify -> ofPerson(draft.section(Section.CONTEXT), besides, reader);
            case group -> new Traits(null, besides, null);
            case track, page, screen, alias ->
                    rules.traitsFromContext()
                            ? ofPerson(draft.section(Section.CONTEXT), null, reader)
                            : NONE;
        };
    }

    private static Traits ofPerson(
            @Nullable Slice context, @Nullable Slice besides, ObjectReader reader) {
        Slice told = reader.members(context).get(Section.TRAITS.segmentName());
        Slice inContext = told != null && told.isObject() ? told : null;
        Map<String, Slice> both = reader.members(inContext);
        both.putAll(reader.members(besides));
        String email =
                reader.text(both.get(Identities.EMAIL)).filter(Traits::isAddress).orElse(null);
        return new Traits(inContext, besides, email);
    }

    private static boolean isAddress(String text) {
        return text.indexOf('@') > 0;
    }
}
