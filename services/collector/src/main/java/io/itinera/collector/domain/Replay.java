package io.itinera.collector.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish to judge quarantined events anew, and what has come of it.
 *
 * @param id its id
 * @param workspace the tenant
 * @param filter which events; its {@code to} is always there
 * @param state how it stands
 * @param progress what was done
 * @param detail why it failed; null unless it did
 * @param createdAt when it was wished
 * @param by who wished it
 * @param endedAt when it was done or failed
 */
public record Replay(
        UUID id,
        String workspace,
        QuarantineFilter filter,
        State state,
        Progress progress,
        @Nullable String detail,
        Instant createdAt,
        String by,
        @Nullable Instant endedAt) {
    /** How a replay stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * What was done; the last three add up to the first.
     *
     * @param examined events that the filter means
     * @param replayed of them, taken now
     * @param refused of them, refused again, or not kept well enough to be judged
     * @param skipped of them, taken by a replay before
     */
    public record Progress(long examined, long replayed, long refused, long skipped) {
        /** Nothing yet. */
        public static final Progress NONE = new Progress(0, 0, 0, 0);

        /** Both together. */
        public Progress plus(Progress more) {
            return new Progress(
                    examined + more.examined,
                    replayed + more.replayed,
                    refused + more.refused,
                    skipped + more.skipped);
        }
    }
}
