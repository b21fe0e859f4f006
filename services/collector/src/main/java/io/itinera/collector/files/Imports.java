package io.itinera.collector.files;

import io.itinera.collector.Collector;
import io.itinera.collector.CollectorConfig;
import io.itinera.collector.CompleteUpTo;
import io.itinera.collector.files.domain.Import;
import io.itinera.collector.files.domain.ImportState;
import io.itinera.collector.files.domain.ImportState.Stage;
import io.itinera.collector.files.domain.Position;
import io.itinera.collector.files.domain.Progress;
import io.itinera.collector.files.store.ImportStore;
import io.itinera.collector.files.store.ImportStore.Claimed;
import io.itinera.collector.files.store.ImportStore.Kept;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Files on their way in: announced, read piece by piece, and finished. */
@Singleton
public final class Imports {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Collector collector;
    private final CollectorConfig config;
    private final FileConfig files;
    private final ImportStore store;
    private final Event<CompleteUpTo> completeness;
    private final Readers readers;
    private final InstantSource clock = Clock.systemUTC();

    @Inject
    Imports(
            Collector collector,
            CollectorConfig config,
            FileConfig files,
            ImportStore store,
            Event<CompleteUpTo> completeness) {
        this.collector = collector;
        this.config = config;
        this.files = files;
        this.store = store;
        this.completeness = completeness;
        this.readers = new Readers(files.atOnce());
    }

    /** Announces a file. */
    public Uni<ImportState> begin(Import file) {
        source(file);
        return store.add(file).replaceWith(new ImportState(file, Stage.open, Progress.NONE, null));
    }

    /** An import of a workspace. */
    public Uni<ImportState> find(String workspace, UUID id) {
        return store.find(workspace, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("import", id)));
    }

    /** A workspace's imports, the newest first. */
    public Uni<List<ImportState>> list(String workspace, @Nullable UUID after, int limit) {
        return store.list(workspace, after, limit);
    }

    /**
     * What an import would make of the beginning of its file. Changes nothing.
     *
     * @param sample the file's first bytes
     * @param extent whether there are more
     * @throws Problem when enough files are being read
     */
    public DryRun dryRun(Import file, byte[] sample, DryRun.Extent extent) {
        Pipeline pipeline = new Pipeline(collector, config, clock, source(file), file, null);
        enter(file.workspace());
        try {
            return DryRun.of(file, pipeline::judge, sample, extent);
        } finally {
            readers.leaves(file.workspace());
        }
    }

    /**
     * Some bytes of a file; waits until they are read and the broker has the events, so it is to be
     * called on a thread that may wait.
     *
     * @param offset where in the file they begin
     * @param trace the request's {@code traceparent}
     * @throws Problem when they are not taken, or only in part
     */
    public ImportState receive(
            String workspace, UUID id, long offset, InputStream body, @Nullable String trace) {
        return withClaim(
                workspace,
                id,
                trace,
                claim -> {
                    long expected = claim.state().progress().bytes();
                    if (offset > expected) {
                        throw new Problem(
                                ProblemCode.CONFLICT,
                                "The import goes on at byte %d, not at %d"
                                        .formatted(expected, offset));
                    }
                    claim.upload(claim.about().completeUpTo()).read(body, offset);
                });
    }

    /**
     * There is no more of the file. May be said again.
     *
     * @param completeUpTo up to when nothing else will come from the source; null when it was said
     *     before or is not known
     * @throws Problem when the rest cannot be taken
     */
    public ImportState finish(
            String workspace, UUID id, @Nullable Instant completeUpTo, @Nullable String trace) {
        ImportState found = find(workspace, id).await().indefinitely();
        if (found.stage() == Stage.finished) {
            return found;
        }
        return withClaim(
                workspace,
                id,
                trace,
                claim -> {
                    Instant until =
                            completeUpTo == null ? claim.about().completeUpTo() : completeUpTo;
                    claim.upload(until).end();
                });
    }

    private ImportState withClaim(
            String workspace, UUID id, @Nullable String trace, Consumer<Claim> work) {
        enter(workspace);
        UUID worker = Ids.v7();
        try {
            Claim claim = claim(workspace, id, worker, trace);
            work.accept(claim);
        } finally {
            readers.leaves(workspace);
            store.leave(id, worker).onFailure().recoverWithNull().await().indefinitely();
        }
        return find(workspace, id).await().indefinitely();
    }

    private void enter(String workspace) {
        if (!readers.enters(workspace)) {
            throw new Problem(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "Enough files are being read already",
                    RETRY_AFTER);
        }
    }

    private Claim claim(String workspace, UUID id, UUID worker, @Nullable String trace) {
        Optional<Claimed> claimed =
                store.claim(workspace, id, worker, files.lease()).await().indefinitely();
        if (claimed.isEmpty()) {
            throw refusal(find(workspace, id).await().indefinitely());
        }
        Source source = source(claimed.get().state().about());
        return new Claim(claimed.get(), worker, source, trace);
    }

    private static Problem refusal(ImportState found) {
        return switch (found.stage()) {
            case finished -> new Problem(ProblemCode.CONFLICT, "The import is finished");
            case failed ->
                    new Problem(
                            ProblemCode.CONFLICT,
                            "The import has failed; its last error says why. Start another");
            case open, receiving ->
                    new Problem(
                            ProblemCode.CONFLICT,
                            "Somebody else is sending this file at the moment");
        };
    }

    private Source source(Import file) {
        if (!collector.isOpen()) {
            throw new Problem(ProblemCode.UNAVAILABLE, "The sources are not read yet", RETRY_AFTER);
        }
        return collector
                .source(file.workspace(), file.source())
                .orElseThrow(
                        () ->
                                new Problem(
                                        ProblemCode.FLAWED,
                                        "There is no source "
                                                + file.source()
                                                + " that is switched on",
                                        List.of(new Flaw("/source", "is no source that is on"))));
    }

    /** The right to write to an import. */
    private final class Claim {
        private final Claimed claimed;
        private final UUID worker;
        private final Source source;
        private final @Nullable String trace;

        Claim(Claimed claimed, UUID worker, Source source, @Nullable String trace) {
            this.claimed = claimed;
            this.worker = worker;
            this.source = source;
            this.trace = trace;
        }

        ImportState state() {
            return claimed.state();
        }

        Import about() {
            return claimed.state().about();
        }

        Upload upload(@Nullable Instant completeUpTo) {
            return new Upload(
                    about(),
                    state().progress(),
                    claimed.position(),
                    new Pipeline(collector, config, clock, source, about(), trace),
                    (progress, position, stage) -> keep(progress, position, stage, completeUpTo),
                    files.window().asLongValue());
        }

        /** The broker has everything up to here; that it is all is declared before it is kept. */
        private void keep(
                Progress progress, Position position, Stage stage, @Nullable Instant completeUpTo) {
            if (stage == Stage.finished && completeUpTo != null) {
                completeness.fire(new CompleteUpTo(source, completeUpTo));
            }
            Kept kept =
                    new Kept(
                            about().id(),
                            worker,
                            files.lease(),
                            progress,
                            position,
                            stage,
                            completeUpTo);
            if (!store.keep(kept).await().indefinitely()) {
                throw new Problem(ProblemCode.CONFLICT, "Somebody else has gone on with this file");
            }
        }
    }
}
