package io.itinera.segmentation.domain.rules;

import io.itinera.conditions.Compiled;
import io.itinera.conditions.Conditions;
import io.itinera.conditions.InvalidCondition;
import io.itinera.conditions.Touch;
import io.itinera.contracts.activity.ActivityCause;
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
 * @param innate whether somebody of whom nothing is known may be in it: as with "never bought"
 */
public record SegmentRule(
        String workspace,
        String segment,
        int version,
        Audience audience,
        Compiled condition,
        boolean innate) {
    private static final Condition NOBODY = new Condition.Any(List.of());
    private static final int FIRST_VERSION = 1;

    /** A rule that finds out by itself whether it is innate. */
    public SegmentRule(
            String workspace, String segment, int version, Audience audience, Compiled condition) {
        this(workspace, segment, version, audience, condition, Nobody.mayPass(condition));
    }

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

    /** What is behind the changes that its computation over everyone's history makes. */
    public ActivityCause cause() {
        return version > FIRST_VERSION ? ActivityCause.edit : ActivityCause.backfill;
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
