package io.itinera.collector.dialects.rudderstack;

import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Text;

/**
 * Any calls of one device whose id stands in a header: it is that of each event that says none.
 *
 * @param calls how the body is read
 * @param anonymousId the device's
 */
public record OfDevice(Dialect calls, String anonymousId) implements Dialect {
    @Override
    public Reading read(byte[] body, Limits limits) {
        Reading reading = calls.read(body, limits);
        if (reading instanceof Submission submission) {
            submission
                    .drafts()
                    .forEach(draft -> draft.texts().putIfAbsent(Text.ANONYMOUS_ID, anonymousId));
        }
        return reading;
    }
}
