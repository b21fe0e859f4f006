package io.itinera.collector.store;

import io.itinera.collector.domain.Positions;
import io.itinera.collector.domain.QuarantineFilter;
import io.itinera.collector.domain.Replay;
import io.itinera.collector.domain.Replay.Progress;
import io.itinera.collector.store.ReplayStore.Claim;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replays as their columns hold them. */
final class ReplayRows {
    private ReplayRows() {}

    static Claim claim(Row row) {
        return new Claim(
                replay(row),
                positions(row.getJsonObject("positions")),
                positions(row.getJsonObject("ends")));
    }

    static Replay replay(Row row) {
        return new Replay(
                row.getUUID("id"),
                row.getString("workspace"),
                new QuarantineFilter(
                        row.getUUID("source"),
                        row.getString("reason"),
                        row.getString("name"),
                        instant(row.getOffsetDateTime("since")),
                        instant(row.getOffsetDateTime("until"))),
                Replay.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new Progress(
                        row.getLong("examined"),
                        row.getLong("replayed"),
                        row.getLong("refused"),
                        row.getLong("skipped")),
                row.getString("detail"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("created_by"),
                instant(row.getOffsetDateTime("ended_at")));
    }

    static String word(Replay.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable JsonObject json(@Nullable Positions positions) {
        if (positions == null) {
            return null;
        }
        JsonObject json = new JsonObject();
        positions
                .offsets()
                .forEach((partition, offset) -> json.put(Integer.toString(partition), offset));
        return json;
    }

    private static @Nullable Positions positions(@Nullable JsonObject json) {
        if (json == null) {
            return null;
        }
        Map<Integer, Long> offsets = new HashMap<>();
        json.fieldNames().forEach(name -> offsets.put(Integer.valueOf(name), json.getLong(name)));
        return new Positions(offsets);
    }

    static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
