package io.itinera.collector;

import io.itinera.collector.domain.Arrival;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Intake;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.ObjectReader;
import io.itinera.collector.domain.PlanGate;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Resent;
import io.itinera.collector.domain.Sender;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Suppressed;
import io.itinera.collector.domain.Undecodable;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.lag.Lags;
import io.itinera.collector.plan.PlanTable;
import io.itinera.collector.wire.JsonObjects;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.ids.Ids;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes a request: read, judge, publish; and answers when the broker has it. */
@Singleton
public final class Collector {
    /** What is known of an event while it is under way takes about so many bytes. */
    private static final int EVENT_BYTES = 1_024;

    private static final ObjectReader OBJECTS = new JsonObjects();

    private final Door door;
    private final PlanTable plan;
    private final Onlookers onlookers;
    private final Lags lags;
    private final Publisher publisher;
    private final CollectorConfig config;
    private final long maxEventBytes;
    private final Clock clock = Clock.systemUTC();

    @Inject
    Collector(
            Door door,
            PlanTable plan,
            Onlookers onlookers,
            Lags lags,
            Publisher publisher,
            CollectorConfig config) {
        this.door = door;
        this.plan = plan;
        this.onlookers = onlookers;
        this.lags = lags;
        this.publisher = publisher;
        this.config = config;
        this.maxEventBytes = config.maxEvents().asLongValue();
    }

    /**
     * A request as it came, beside its body.
     *
     * @param dialect how its body is written
     * @param credentials the keys that stand outside of the body
     * @param resent what its headers say of earlier attempts
     * @param sender who sent it, as far as the connection tells
     * @param origin the site that a browser sent it from
     * @param trace its {@code traceparent}
     */
    public record Request(
            Dialect dialect,
            Credentials credentials,
            Resent resent,
            Sender sender,
            @Nullable String origin,
            @Nullable String trace) {}

    /**
     * What a request is answered before its body is read: its key goes before any in the body and
     * is unknown or may not be used here and now, or the keys and plans are not read yet.
     */
    public Optional<Outcome> refusal(Request request) {
        if (!isOpen()) {
            return Optional.of(new Outcome.Unavailable());
        }
        String key = request.credentials().basic();
        if (key == null) {
            return Optional.empty();
        }
        Optional<Source> source = door.source(List.of(key));
        return source.isEmpty()
                ? Optional.of(new Outcome.UnknownKey())
                : door.refusal(source.get(), request.origin());
    }

    /**
     * Takes one request that was not refused.
     *
     * @param body the bytes, decompressed
     * @param room where its events find room beside its body
     * @param answer told once, on any thread, at once or when the broker has answered
     */
    public void take(Request request, byte[] body, Room room, Consumer<Outcome> answer) {
        Reading reading = request.dialect().read(body, Limits.DEFAULT);
        switch (reading) {
            case Undecodable undecodable ->
                    answer.accept(new Outcome.Unreadable(undecodable.detail()));
            case Submission submission -> {
                Optional<Outcome> outgrown = outgrown(submission, body.length, room);
                if (outgrown.isPresent()) {
                    answer.accept(outgrown.get());
                } else {
                    take(submission, request, answer);
                }
            }
        }
    }

    /** Where a request's events find room until it is answered. */
    @FunctionalInterface
    public interface Room {
        /** Takes so many bytes more than the body has; false, and takes none, when it is full. */
        boolean take(long bytes);
    }

    /** What a request is answered whose events become more than there is room for. */
    private Optional<Outcome> outgrown(Submission submission, int bodyBytes, Room room) {
        long bytes = submission.bytes();
        if (bytes > maxEventBytes) {
            return Optional.of(
                    new Outcome.TooLarge(
                            "The events, each with what they share, have %d bytes, more than %d"
                                    .formatted(bytes, maxEventBytes)));
        }
        long beside = bytes - bodyBytes + (long) EVENT_BYTES * submission.drafts().size();
        return beside <= 0 || room.take(beside)
                ? Optional.empty()
                : Optional.of(new Outcome.Crowded());
    }

    /** Whether a source takes events with this key. */
    public boolean isKnown(String writeKey) {
        return door.source(List.of(writeKey)).isPresent();
    }

    /** The source that takes events with these keys, none of them in a body. */
    public Optional<Source> source(Credentials credentials) {
        return door.source(credentials.keys());
    }

    /** Whether browsers on this site may not send with the first of these keys that is known. */
    public boolean isForeign(Credentials credentials, @Nullable String origin) {
        return source(credentials).filter(source -> Door.isForeign(source, origin)).isPresent();
    }

    private void take(Submission submission, Request request, Consumer<Outcome> answer) {
        Optional<Source> found =
                door.source(request.credentials().keys(submission.writeKey(), submission.apiKey()));
        if (found.isEmpty()) {
            answer.accept(new Outcome.UnknownKey());
            return;
        }
        Source source = found.get();
        Optional<Outcome> refusal = door.refusal(source, request.origin());
        if (refusal.isPresent()) {
            answer.accept(refusal.get());
            return;
        }
        Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Arrival arrival =
                new Arrival(
                        source,
                        receivedAt,
                        request.resent(),
                        config.skewCap(),
                        () -> Ids.v7().toString(),
                        request.sender(),
                        door.suppressed(source));
        List<Verdict> verdicts = judge(submission, arrival);
        int events = submission.drafts().size();
        door.spend(source, events);
        Publisher.Batch batch = new Publisher.Batch(verdicts, source, receivedAt, request.trace());
        publish(
                batch,
                events - verdicts.size(),
                lags.counting(batch, spending(source, events, answer)));
    }

    /** What the broker did not take uses up nothing: it comes again. */
    private Consumer<Outcome> spending(Source source, int events, Consumer<Outcome> answer) {
        return outcome -> {
            if (outcome instanceof Outcome.Unavailable) {
                door.giveBack(source, events);
            }
            answer.accept(outcome);
        };
    }

    /** Whether everything that events are judged by has been read. */
    public boolean isOpen() {
        return door.isOpen() && plan.isComplete();
    }

    /** The enabled source with this id in this workspace. */
    public Optional<Source> source(String workspace, UUID id) {
        return door.source(workspace, id);
    }

    /** Whose events a source's workspace does not take any more. */
    public Suppressed suppressed(Source source) {
        return door.suppressed(source);
    }

    /** A verdict for each event that is not suppressed, wherever it was read. */
    public List<Verdict> judge(Submission submission, Arrival arrival) {
        List<Verdict> verdicts = Intake.judge(submission, arrival, OBJECTS, Limits.DEFAULT);
        return PlanGate.judge(verdicts, arrival.source().rules().plan(), plan);
    }

    /**
     * Brings verdicts to the broker.
     *
     * @param suppressed how many events have no verdict, because they are not taken any more
     * @param answer told once, on any thread: taken, or unavailable
     */
    public void publish(Publisher.Batch batch, int suppressed, Consumer<Outcome> answer) {
        Outcome taken = new Outcome.Taken(batch.refused());
        Runnable told = onlookers.told(batch);
        Source source = batch.source();
        int judged = batch.verdicts().size();
        publisher.publish(
                batch,
                failure -> {
                    if (failure != null) {
                        answer.accept(new Outcome.Unavailable());
                        return;
                    }
                    told.run();
                    door.count(source, taken, judged, suppressed);
                    answer.accept(taken);
                    onlookers.showIfMany();
                });
    }
}
