package io.itinera.collector.dialects.cloudevents;

import io.itinera.collector.dialects.Drafting;
import io.itinera.collector.dialects.Members;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Section;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Text;
import io.itinera.collector.wire.ObjectBytes;
import io.itinera.contracts.events.EventType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One event and what surrounds it. Its type is the event's name; who it was, is said by the
 * attributes {@code userid} and {@code anonymousid}, by {@code userId} and {@code anonymousId} in
 * its data, or else its subject is the user.
 *
 * @param attributes the context attributes
 * @param data what the event says
 * @param whole all of it, as sent
 */
record CloudEvent(Members attributes, @Nullable Slice data, Slice whole) {
    private static final String VERSION = "1.0";
    private static final String DATA = "data";
    private static final List<String> REQUIRED = List.of("id", "source", "type");
    private static final Set<String> IDENTITIES = Set.of("userId", "anonymousId");

    Draft draft() {
        Flaw flaw = flaw();
        if (flaw != null) {
            return new Drafting(EventType.track).of(whole, flaw);
        }
        Members said = Members.of(data);
        String user = first(attributes.text("userid"), said.text("userId"));
        String device = first(attributes.text("anonymousid"), said.text("anonymousId"));
        boolean isNamed = user != null || device != null;
        return new Drafting(EventType.track)
                .with(Text.EVENT, attributes.text("type"))
                .with(Text.MESSAGE_ID, attributes.text("source") + " " + attributes.text("id"))
                .with(Text.TIMESTAMP, attributes.text("time"))
                .with(Text.USER_ID, isNamed ? user : attributes.text("subject"))
                .with(Text.ANONYMOUS_ID, device)
                .with(Section.PROPERTIES, properties(said))
                .with(Section.CONTEXT, context())
                .of(whole, null);
    }

    private @Nullable Flaw flaw() {
        if (!VERSION.equals(attributes.text("specversion"))) {
            return invalid("the specversion must be " + VERSION);
        }
        for (String name : REQUIRED) {
            if (attributes.text(name) == null) {
                return invalid("a CloudEvent must have the attribute " + name);
            }
        }
        return attributes.value("data_base64") == null
                ? null
                : invalid("the data must be JSON; data_base64 is none");
    }

    /** What is no object has the one name that it has in the event. */
    private @Nullable Slice properties(Members said) {
        if (data == null) {
            return null;
        }
        return data.isObject()
                ? said.without(IDENTITIES).written()
                : new ObjectBytes().value(DATA, data).done();
    }

    private Slice context() {
        return new ObjectBytes().value("cloudevent", attributes.written()).done();
    }

    private static Flaw invalid(String detail) {
        return new Flaw(Reason.INVALID_FIELD, detail);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
