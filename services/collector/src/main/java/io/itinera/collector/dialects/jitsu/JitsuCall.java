package io.itinera.collector.dialects.jitsu;

import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Undecodable;

/**
 * A call as Jitsu's clients make it: Segment's, but the key in the body is masked; the one that
 * holds stands in a header.
 *
 * @param call how the call itself is read
 */
public record JitsuCall(Dialect call) implements Dialect {
    @Override
    public Reading read(byte[] body, Limits limits) {
        return switch (call.read(body, limits)) {
            case Submission read ->
                    new Submission(read.drafts(), null, read.sentAt(), read.context());
            case Undecodable undecodable -> undecodable;
        };
    }
}
