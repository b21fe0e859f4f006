package io.itinera.segmentation.api;

import io.itinera.conditions.Conditions;
import io.itinera.contracts.condition.Condition;
import io.itinera.segmentation.Reading;
import io.itinera.segmentation.SegmentDesk.Segment;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A segment as it is shown.
 *
 * @param id the segment
 * @param name what people call it
 * @param condition the draft
 * @param words the draft in plain words
 * @param version the version published last; 0 before the first
 * @param state draft, computing, live or archived
 * @param members how many are in it
 * @param partitionsReady how many partitions have computed that version
 * @param partitions of how many
 * @param progress how far that version is computed, while it is being
 * @param editedAt when the draft was changed
 * @param publishedAt when that version was published
 */
@RegisterForReflection
record SegmentAnswer(
        UUID id,
        String name,
        Condition condition,
        String words,
        int version,
        State state,
        long members,
        int partitionsReady,
        int partitions,
        @Nullable Progress progress,
        Instant editedAt,
        @Nullable Instant publishedAt) {

    /** Where a segment stands, named as on the wire. */
    enum State {
        draft,
        computing,
        live,
        archived
    }

    /** With what this instance knows; members of its own partitions alone. */
    static SegmentAnswer of(Segment segment, Reading reading, String workspace, Locale locale) {
        String id = segment.id().toString();
        int ready =
                segment.version() == 0
                        ? 0
                        : reading.partitionsReady(workspace, id, segment.version());
        State state = state(segment, ready, reading.partitions());
        return new SegmentAnswer(
                segment.id(),
                segment.name(),
                segment.condition(),
                Conditions.print(
                        segment.condition(), locale, it -> segment.names().getOrDefault(it, it)),
                segment.version(),
                state,
                segment.version() == 0 ? 0 : reading.memberCount(workspace, id),
                ready,
                reading.partitions(),
                state == State.computing
                        ? Progress.of(reading.progress(workspace, id, segment.version()))
                        : null,
                segment.editedAt(),
                segment.publishedAt());
    }

    private static State state(Segment segment, int ready, int partitions) {
        if (segment.archived()) {
            return State.archived;
        }
        if (segment.version() == 0) {
            return State.draft;
        }
        return ready < partitions ? State.computing : State.live;
    }

    /** The same with the members whom another instance knows. */
    SegmentAnswer and(SegmentAnswer elsewhere) {
        return new SegmentAnswer(
                id,
                name,
                condition,
                words,
                version,
                state,
                members + elsewhere.members,
                partitionsReady,
                partitions,
                progress == null || elsewhere.progress == null
                        ? progress
                        : progress.and(elsewhere.progress),
                editedAt,
                publishedAt);
    }

    /** With the end of what is being computed, as it looks now. */
    SegmentAnswer estimated(Instant now) {
        if (progress == null || publishedAt == null) {
            return this;
        }
        return new SegmentAnswer(
                id,
                name,
                condition,
                words,
                version,
                state,
                members,
                partitionsReady,
                partitions,
                progress.since(publishedAt, now),
                editedAt,
                publishedAt);
    }
}
