package io.itinera.segmentation.domain.rules;

import io.itinera.conditions.Compiled;
import io.itinera.conditions.Conditions;
import io.itinera.conditions.InvalidCondition;
import io.itinera.conditions.Touch;
import io.itinera.contracts.condition.Condition;
import java.util.List;

/**
 * Who is in a segment.
 *
 * @param workspace the tenant
 * @param segment the segment's id, or the hash of a journey's condition
 * @param version the version that holds
 * @param audience who is told when it is computed over everyone
 * @param condition the question
 */
public record SegmentRule(
        String workspace, String segment, int version, Audience audience, Compiled condition) {
    private static final Condition NOBODY = new Condition.Any(List.of());

    /** Who is told of the changes that a computation over everyone's history makes. */
    public enum Audience {
        /** Everyone who reads activity: a segment that somebody published. */
        EVERYONE,
        /**
         * Nobody: a journey's own condition. Who enters that journey later brings the answer along
         * in the profile, and nobody is inside a version before it is computed.
         */
        NOBODY
    }

    /** The rule of a segment that holds no longer: everyone leaves. */
    public static SegmentRule archived(
            String workspace, String segment, int version, Audience audience) {
        try {
            return new SegmentRule(
                    workspace, segment, version, audience, Conditions.compile(NOBODY));
        } catch (InvalidCondition e) {
            throw new IllegalStateException("an empty any is a condition", e);
        }
    }

    /** Names it among all workspaces. */
    public SegmentKey key() {
        return new SegmentKey(workspace, segment);
    }

    /** What can change the answer. */
    Touch touch() {
        return condition.touch();
    }
}
