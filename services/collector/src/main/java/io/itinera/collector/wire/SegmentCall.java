package io.itinera.collector.wire;

import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Text;
import io.itinera.contracts.events.EventType;
import java.util.List;

/**
 * Segment's single call: the body is the event, and the path says its type.
 *
 * @param type what the path says, whatever the body says
 */
public record SegmentCall(EventType type) implements Dialect {
    @Override
    public Reading read(byte[] body, Limits limits) {
        return Bodies.read(
                body,
                limits,
                scan -> {
                    Draft draft = new SegmentItem(body, scan).read();
                    draft.texts().put(Text.TYPE, type.name());
                    return new Submission(List.of(draft), draft.text(Text.WRITE_KEY), null, null);
                });
    }
}
