package io.itinera.insights.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a partition is read from. */
public sealed interface Start {
    /**
     * On from where the rows end.
     *
     * @param offset the next record's
     */
    record GoOn(long offset) implements Start {}

    /**
     * From its first record.
     *
     * @param cause why
     */
    record Over(Cause cause) implements Start {}

    /** Why a partition is read from its first record. */
    enum Cause {
        /** It never was before. */
        NEVER_READ,
        /** The topic is another one of the same name: its offsets are not those we know. */
        MADE_ANEW,
        /** It ends before the record that comes next: the broker lost what we had read. */
        CUT_SHORT;

        /** As metrics and logs have it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Decides.
     *
     * @param knownTopic the id of the topic that was read; null when it was not noted
     * @param topic the id of the topic that is there
     * @param next the offset where our rows end; null when we have none
     * @param end the offset that the partition's next record will have
     */
    static Start of(@Nullable String knownTopic, String topic, @Nullable Long next, long end) {
        if (next == null) {
            return new Over(Cause.NEVER_READ);
        }
        if (knownTopic != null && !knownTopic.equals(topic)) {
            return new Over(Cause.MADE_ANEW);
        }
        return next > end ? new Over(Cause.CUT_SHORT) : new GoOn(next);
    }
}
