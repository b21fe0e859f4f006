package io.itinera.collector.dialects.cloudevents;

import io.itinera.collector.dialects.Drafting;
import io.itinera.collector.dialects.Members;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.wire.Bodies;
import io.itinera.collector.wire.ObjectBytes;
import io.itinera.contracts.events.EventType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Binary mode: the body is the data and nothing else.
 *
 * @param attributes by name, from the headers whose names begin with {@code ce-}
 */
public record BinaryMode(Map<String, String> attributes) implements Dialect {
    @Override
    public Reading read(byte[] body, Limits limits) {
        if (body.length == 0) {
            return one(event(null).draft());
        }
        return Bodies.read(
                body,
                limits,
                scan -> {
                    Slice data = scan.measured(scan.value());
                    Flaw flaw = scan.flaw();
                    return one(
                            flaw == null
                                    ? event(data).draft()
                                    : new Drafting(EventType.track).of(data, flaw));
                });
    }

    private CloudEvent event(@Nullable Slice data) {
        Members named = Members.none();
        attributes.forEach((name, value) -> named.byName().put(name, ObjectBytes.text(value)));
        ObjectBytes whole = new ObjectBytes();
        attributes.forEach(whole::text);
        return new CloudEvent(named, data, whole.value("data", data).done());
    }

    private static Submission one(Draft draft) {
        return new Submission(List.of(draft), null, null, null);
    }
}
