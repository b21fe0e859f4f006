package io.itinera.collector.files.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.files.domain.Import;
import io.itinera.collector.files.domain.ImportState;
import io.itinera.collector.files.domain.Layout;
import io.itinera.collector.files.domain.Position;
import io.itinera.collector.files.domain.Progress;
import io.itinera.collector.files.domain.Remainder;
import io.itinera.collector.files.domain.RowFlaw;
import io.itinera.kit.json.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table's rows as domain values and back. */
final class ImportRows {
    private ImportRows() {}

    static ImportState state(Row row) {
        return new ImportState(
                new Import(
                        row.getUUID("id"),
                        row.getString("workspace"),
                        row.getUUID("source"),
                        row.getString("name"),
                        layout(row.getJsonObject("layout")),
                        row.getBoolean("live"),
                        instant(row, "complete_up_to"),
                        row.getOffsetDateTime("created_at").toInstant(),
                        row.getString("created_by")),
                ImportState.Stage.valueOf(row.getString("stage")),
                new Progress(
                        row.getLong("bytes"),
                        row.getLong("lines"),
                        row.getLong("accepted"),
                        row.getLong("rejected"),
                        flaws(row.getJsonArray("first_errors"))),
                instant(row, "changed_at"));
    }

    static Position position(Row row) {
        return new Position(
                new Remainder(
                        Remainder.Place.valueOf(row.getString("place")),
                        row.getLong("line"),
                        slice(row, "unfinished")),
                row.getBuffer("header") == null ? null : slice(row, "header"));
    }

    static JsonObject json(Layout layout) {
        return new JsonObject(text(layout));
    }

    static JsonArray json(List<RowFlaw> flaws) {
        return new JsonArray(text(flaws));
    }

    static @Nullable Buffer buffer(@Nullable Slice slice) {
        return slice == null ? null : Buffer.buffer(slice.copy(slice.length()));
    }

    static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Slice slice(Row row, String column) {
        byte[] bytes = row.getBuffer(column).getBytes();
        return new Slice(bytes, 0, bytes.length);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static Layout layout(JsonObject stored) {
        return read(stored.encode(), Layout.class);
    }

    private static List<RowFlaw> flaws(JsonArray stored) {
        return List.of(read(stored.encode(), RowFlaw[].class));
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Json.mapper().readValue(json, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored import cannot be read", broken);
        }
    }

    private static String text(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an import is always JSON", impossible);
        }
    }
}
