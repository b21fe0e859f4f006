package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.Explanation;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.contracts.outcomes.WayOut;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's run of a journey, as journeys told of it. It ends once; that it is over may be told
 * ahead of its beginning, where two partitions tell of it around a merge.
 *
 * @param version the journey's version
 * @param entered when it began
 * @param left when it was over; null while it is under way
 * @param way how it ended; null while it is under way
 * @param reason why, as a code; null while it is under way
 */
public record Run(
        int version,
        Instant entered,
        @Nullable Instant left,
        @Nullable WayOut way,
        @Nullable String reason) {

    /** Whether it is under way. */
    public boolean live() {
        return left == null;
    }

    /** Whether it came to an end of its own: not when another run goes on in its place. */
    public boolean finished() {
        return left != null && way != WayOut.merged;
    }

    /** When something of it was told last. */
    Instant lastAt() {
        return left == null ? entered : left;
    }

    /** The run as it is shown to somebody who asks why. */
    Explanation.Seen shown(UUID enrollment) {
        Map<String, Object> known = new TreeMap<>(Map.of("version", version));
        if (left == null) {
            return new Explanation.Seen(
                    enrollment.toString(), OutcomeName.JOURNEY_ENTERED.wire(), entered, known);
        }
        known.put("enteredAt", entered.toString());
        known.put("way", String.valueOf(way));
        known.put("reason", String.valueOf(reason));
        return new Explanation.Seen(
                enrollment.toString(), OutcomeName.JOURNEY_LEFT.wire(), left, known);
    }

    /** What is known of it when this is known too. */
    Run and(Run other) {
        return live() ? other : this;
    }
}
