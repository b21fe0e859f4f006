package io.itinera.segmentation.api;

import io.itinera.contracts.attribute.AttributeRule;
import io.itinera.segmentation.AttributeDesk.Draft;
import io.itinera.segmentation.Reading;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attribute as it is shown.
 *
 * @param id the attribute
 * @param name the trait that it makes
 * @param rule the draft
 * @param version the version published last; 0 before the first
 * @param state draft, computing, live or archived
 * @param partitionsReady how many partitions have computed that version
 * @param partitions of how many
 * @param editedAt when the draft was changed
 * @param publishedAt when that version was published
 */
@RegisterForReflection
record AttributeAnswer(
        UUID id,
        String name,
        AttributeRule rule,
        int version,
        SegmentAnswer.State state,
        int partitionsReady,
        int partitions,
        Instant editedAt,
        @Nullable Instant publishedAt) {

    static AttributeAnswer of(Draft draft, Reading reading, String workspace) {
        int ready =
                draft.version() == 0
                        ? 0
                        : reading.partitionsReady(
                                workspace, draft.id().toString(), draft.version());
        return new AttributeAnswer(
                draft.id(),
                draft.name(),
                draft.rule(),
                draft.version(),
                state(draft, ready, reading.partitions()),
                ready,
                reading.partitions(),
                draft.editedAt(),
                draft.publishedAt());
    }

    private static SegmentAnswer.State state(Draft draft, int ready, int partitions) {
        if (draft.archived()) {
            return SegmentAnswer.State.archived;
        }
        if (draft.version() == 0) {
            return SegmentAnswer.State.draft;
        }
        return ready < partitions ? SegmentAnswer.State.computing : SegmentAnswer.State.live;
    }

    /**
     * Attributes, oldest first.
     *
     * @param items a page of them
     * @param next the cursor of the page behind it
     */
    @RegisterForReflection
    record Page(List<AttributeAnswer> items, @Nullable String next) {}

    /**
     * Attributes that can be switched on as they are.
     *
     * @param items each as a request for a new one
     */
    @RegisterForReflection
    record ReadyMade(List<AttributeRequest> items) {}
}
