package io.itinera.collector.wire;

import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Submission;
import java.util.List;

/** One event of Segment's API alone, which says its own type, as in a batch. */
public final class SegmentEvent implements Dialect {
    @Override
    public Reading read(byte[] body, Limits limits) {
        return Bodies.read(
                body,
                limits,
                scan ->
                        new Submission(
                                List.of(new SegmentItem(body, scan).read()), null, null, null));
    }
}
