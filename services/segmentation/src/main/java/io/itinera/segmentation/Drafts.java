package io.itinera.segmentation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.definitions.SegmentHead;
import io.itinera.contracts.definitions.SegmentsRecord;
import io.itinera.kit.json.Json;
import io.itinera.kit.outbox.Outbox;
import io.itinera.kit.outbox.OutboxRow;
import io.itinera.kit.outbox.Spread;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.records.JsonCodec;
import io.itinera.segmentation.store.DraftRow;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What drafts have in common, whatever they are drafts of: every partition is told of their
 * versions in the transaction that changes the row.
 */
final class Drafts {
    private static final JsonCodec<SegmentsRecord> CODEC = JsonCodec.of(SegmentsRecord.class);

    private Drafts() {}

    /** The version that the row has now is published and holds. */
    static Uni<Integer> publish(DraftRow row, SegmentsRecord definition) {
        String version = Keys.version(row.workspace, row.id, row.version);
        return tell(List.of(told(version, definition), head(row))).replaceWith(row.version);
    }

    /**
     * Ends what was published; nothing where nothing was, or where it has ended. A version number
     * of its own keeps apart what the end changes.
     */
    static Uni<Void> archive(DraftRow row) {
        if (row.archived) {
            return Uni.createFrom().voidItem();
        }
        row.archived = true;
        if (row.version == 0) {
            return Uni.createFrom().voidItem();
        }
        row.version++;
        return tell(List.of(head(row)));
    }

    private static Uni<Void> tell(List<OutboxRow> rows) {
        return Panache.getSession().chain(session -> Outbox.append(session, rows));
    }

    private static OutboxRow head(DraftRow row) {
        SegmentHead head = new SegmentHead(row.id, row.workspace, row.version, row.archived);
        return told(Keys.head(row.workspace, row.id), head);
    }

    private static OutboxRow told(String key, SegmentsRecord record) {
        return OutboxRow.of(Topics.SEGMENTS, key, CODEC, record, Spread.EVERY_PARTITION);
    }

    /**
     * The row that was asked for.
     *
     * @param kind what its drafts are called
     * @throws Problem when there is none
     */
    static <R extends DraftRow> R known(@Nullable R row, String kind, UUID id) {
        if (row == null) {
            throw Problem.notFound(kind, id);
        }
        return row;
    }

    /**
     * The row that was asked for, which may be changed.
     *
     * @param kind what its drafts are called
     * @throws Problem when there is none, or it has ended
     */
    static <R extends DraftRow> R unarchived(@Nullable R found, String kind, UUID id) {
        R row = known(found, kind, id);
        if (row.archived) {
            String named = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
            throw new Problem(ProblemCode.CONFLICT, named + " " + id + " is archived");
        }
        return row;
    }

    /** As a row keeps it. */
    static String json(Object drafted) {
        try {
            return Json.mapper().writeValueAsString(drafted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is drafted is always JSON", e);
        }
    }

    /** As it was before a row kept it. */
    static <T> T read(String json, Class<T> type) {
        try {
            return Json.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row keeps only what it was given", e);
        }
    }
}
