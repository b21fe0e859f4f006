package io.itinera.kit.tables;

import org.jspecify.annotations.Nullable;

/**
 * What a compacted topic says, held in memory. Whoever reads the topic may have to start over; the
 * edition before stays in use until the new one is complete.
 */
public interface Table {
    /** An empty edition, which nobody sees before it is published. */
    Edition anew();

    /** Whether an edition was ever published. */
    boolean isComplete();

    /** The topic's content as far as it has been read. */
    interface Edition {
        /**
         * Takes over what one record says.
         *
         * @param key the record's key
         * @param value the newest value of that key; null when it is gone
         * @throws io.itinera.kit.records.Unreadable when the value is none of the topic's
         */
        void put(String key, byte @Nullable [] value);

        /** Makes everything that was put visible, in place of the edition before. */
        void publish();
    }
}
