package io.itinera.collector.files.store;

import io.itinera.collector.files.domain.Import;
import io.itinera.collector.files.domain.ImportState;
import io.itinera.collector.files.domain.ImportState.Stage;
import io.itinera.collector.files.domain.Position;
import io.itinera.collector.files.domain.Progress;
import io.itinera.collector.store.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The imports of every workspace. */
@Singleton
public final class ImportStore {
    private static final String COLUMNS =
            """
            id, workspace, source, name, layout, live, complete_up_to, created_at, created_by,
            case when stage = 'open' and leased_to > now() then 'receiving' else stage end as stage,
            bytes, lines, accepted, rejected, first_errors, changed_at
            """;
    private static final String ADD =
            """
            insert into file_import
              (id, workspace, source, name, layout, live, complete_up_to, created_at, created_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;
    private static final String FIND =
            "select " + COLUMNS + " from file_import where workspace = $1 and id = $2";
    private static final String LIST =
            "select "
                    + COLUMNS
                    + " from file_import where workspace = $1 and ($2::uuid is null or id < $2)"
                    + " order by id desc limit $3";
    private static final String CLAIM =
            """
            update file_import
               set worker = $3, leased_to = now() + $4 * interval '1 millisecond'
             where workspace = $1 and id = $2 and stage = 'open'
               and (leased_to is null or leased_to < now())
            returning place, line, unfinished, header,
            """
                    + COLUMNS;
    private static final String KEEP =
            """
            update file_import
               set bytes = $3, lines = $4, accepted = $5, rejected = $6, first_errors = $7,
                   place = $8, line = $9, unfinished = $10, header = $11,
                   stage = $12, complete_up_to = $13, changed_at = now(),
                   leased_to = now() + $14 * interval '1 millisecond'
             where id = $1 and worker = $2
            """;
    private static final String LEAVE =
            "update file_import set worker = null, leased_to = null where id = $1 and worker = $2";

    private final Database database;

    @Inject
    ImportStore(Database database) {
        this.database = database;
    }

    /**
     * An import that nobody else may write to for now.
     *
     * @param state how far it is
     * @param position where to read on
     */
    public record Claimed(ImportState state, Position position) {}

    /** A new import. */
    public Uni<Void> add(Import file) {
        Tuple values =
                Tuple.tuple()
                        .addUUID(file.id())
                        .addString(file.workspace())
                        .addUUID(file.source())
                        .addString(file.name())
                        .addValue(ImportRows.json(file.layout()))
                        .addBoolean(file.live())
                        .addValue(ImportRows.time(file.completeUpTo()))
                        .addValue(ImportRows.time(file.createdAt()))
                        .addString(file.createdBy());
        return database.read(sql -> sql.preparedQuery(ADD).execute(values)).replaceWithVoid();
    }

    /** The import with this id in this workspace. */
    public Uni<Optional<ImportState>> find(String workspace, UUID id) {
        return database.read(sql -> sql.preparedQuery(FIND).execute(Tuple.of(workspace, id)))
                .map(rows -> first(rows).map(ImportRows::state));
    }

    /** A workspace's imports, the newest first, after the one with an id. */
    public Uni<List<ImportState>> list(String workspace, @Nullable UUID after, int limit) {
        return database.read(
                        sql -> sql.preparedQuery(LIST).execute(Tuple.of(workspace, after, limit)))
                .map(rows -> stream(rows).map(ImportRows::state).toList());
    }

    /** Makes a worker the only one who may write; nothing when the import is not free or whole. */
    public Uni<Optional<Claimed>> claim(String workspace, UUID id, UUID worker, Duration lease) {
        Tuple values = Tuple.of(workspace, id, worker, lease.toMillis());
        return database.read(sql -> sql.preparedQuery(CLAIM).execute(values))
                .map(
                        rows ->
                                first(rows)
                                        .map(
                                                row ->
                                                        new Claimed(
                                                                ImportRows.state(row),
                                                                ImportRows.position(row))));
    }

    /**
     * What is to be known of an import from now on.
     *
     * @param id the import
     * @param worker who has claimed it
     * @param lease for how long nobody else may
     */
    public record Kept(
            UUID id,
            UUID worker,
            Duration lease,
            Progress progress,
            Position position,
            Stage stage,
            @Nullable Instant completeUpTo) {}

    /** Keeps how far an import is; false, and keeps nothing, when another worker has claimed it. */
    public Uni<Boolean> keep(Kept kept) {
        Progress progress = kept.progress();
        Position position = kept.position();
        Tuple values =
                Tuple.tuple()
                        .addUUID(kept.id())
                        .addUUID(kept.worker())
                        .addLong(progress.bytes())
                        .addLong(progress.lines())
                        .addLong(progress.accepted())
                        .addLong(progress.rejected())
                        .addValue(ImportRows.json(progress.firstErrors()))
                        .addString(position.remainder().place().name())
                        .addLong(position.remainder().line())
                        .addValue(ImportRows.buffer(position.remainder().unfinished()))
                        .addValue(ImportRows.buffer(position.header()))
                        .addString(kept.stage().name())
                        .addValue(ImportRows.time(kept.completeUpTo()))
                        .addLong(kept.lease().toMillis());
        return database.read(sql -> sql.preparedQuery(KEEP).execute(values))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Lets others write. */
    public Uni<Void> leave(UUID id, UUID worker) {
        return database.read(sql -> sql.preparedQuery(LEAVE).execute(Tuple.of(id, worker)))
                .replaceWithVoid();
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return stream(rows).findFirst();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
