package io.itinera.collector.dialects.rudderstack;

import com.fasterxml.jackson.core.JsonToken;
import io.itinera.collector.dialects.Drafting;
import io.itinera.collector.dialects.Item;
import io.itinera.collector.dialects.Members;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Section;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Text;
import io.itinera.collector.domain.Undecodable;
import io.itinera.collector.wire.Bodies;
import io.itinera.collector.wire.ObjectBytes;
import io.itinera.contracts.events.EventType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two identities that are said to be one person's: an alias when both are the company's own ids,
 * else an identify that has both, what is no id of ours among its traits.
 */
public final class Merge implements Dialect {
    private static final String NO_PAIR =
            "a merge must have a list named mergeProperties of two, each with a type and a value";
    private static final String OF_ONE_TYPE =
            "two values of one type are merged only when the type is user_id";
    private static final Map<String, Text> IDS =
            Map.of(
                    "user_id", Text.USER_ID,
                    "userId", Text.USER_ID,
                    "anonymous_id", Text.ANONYMOUS_ID,
                    "anonymousId", Text.ANONYMOUS_ID);

    @Override
    public Reading read(byte[] body, Limits limits) {
        return Bodies.read(
                body,
                limits,
                scan -> {
                    if (!scan.isAt(JsonToken.START_OBJECT)) {
                        return new Undecodable("a merge must be an object");
                    }
                    Item call = Item.read(scan, body, "");
                    String key = call.flaw() == null ? call.fields().text("writeKey") : null;
                    return new Submission(List.of(draft(call)), key, null, null);
                });
    }

    private static Draft draft(Item call) {
        if (call.flaw() != null) {
            return new Drafting(EventType.identify).of(call.whole(), call.flaw());
        }
        Members fields = call.fields();
        List<Members> pair =
                Members.elements(fields.value("mergeProperties")).stream()
                        .map(Members::of)
                        .filter(it -> it.text("type") != null && it.text("value") != null)
                        .toList();
        if (pair.size() != 2) {
            return refused(call, NO_PAIR);
        }
        Text first = id(pair.getFirst());
        if (first != Text.USER_ID && isOfOneType(pair)) {
            return refused(call, OF_ONE_TYPE);
        }
        Drafting draft =
                first == Text.USER_ID && id(pair.getLast()) == Text.USER_ID
                        ? alias(pair)
                        : identify(pair);
        return draft.with(Text.MESSAGE_ID, fields.text("messageId"))
                .with(Text.TIMESTAMP, fields.text("timestamp"))
                .with(Text.ORIGINAL_TIMESTAMP, fields.text("originalTimestamp"))
                .with(Text.SENT_AT, fields.text("sentAt"))
                .with(Section.CONTEXT, fields.object("context"))
                .of(call.whole(), null);
    }

    private static Drafting alias(List<Members> pair) {
        return new Drafting(EventType.alias)
                .with(Text.USER_ID, pair.getFirst().text("value"))
                .with(Text.PREVIOUS_ID, pair.getLast().text("value"));
    }

    private static Drafting identify(List<Members> pair) {
        Drafting person = new Drafting(EventType.identify);
        ObjectBytes traits = new ObjectBytes();
        for (Members identity : pair) {
            Text id = id(identity);
            if (id == null) {
                traits.text(String.valueOf(identity.text("type")), identity.text("value"));
            } else {
                person.with(id, identity.text("value"));
            }
        }
        return person.with(Section.TRAITS, traits.doneUnlessEmpty());
    }

    /** Which of our ids it is; null when none. */
    private static @Nullable Text id(Members identity) {
        return IDS.get(String.valueOf(identity.text("type")));
    }

    private static boolean isOfOneType(List<Members> pair) {
        return Objects.equals(pair.getFirst().text("type"), pair.getLast().text("type"));
    }

    private static Draft refused(Item call, String detail) {
        return new Drafting(EventType.identify)
                .of(call.whole(), new Flaw(Reason.INVALID_FIELD, detail));
    }
}
