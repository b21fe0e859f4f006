package io.itinera.collector;

import io.itinera.collector.domain.Arrival;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Intake;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.ObjectReader;
import io.itinera.collector.domain.PlanGate;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Resent;
import io.itinera.collector.domain.Retrial;
import io.itinera.collector.domain.SeenEvent;
import io.itinera.collector.domain.SeenFilter;
import io.itinera.collector.domain.Sender;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Suppressed;
import io.itinera.collector.domain.Undecodable;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.lag.Lags;
import io.itinera.collector.plan.PlanTable;
import io.itinera.collector.store.RecentEvents;
import io.itinera.collector.wire.JsonObjects;
import io.itinera.collector.wire.Mentions;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.ids.Ids;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes a request: read, judge, publish; and answers when the broker has it. */
@Singleton
public final class Collector {
    /** So many may be told of a workspace's events at a time, on one instance. */
    public static final int MAX_LISTENERS = 20;

    /** What is known of an event while it is under way takes about so many bytes. */
    private static final int EVENT_BYTES = 1_024;

    private static final ObjectReader OBJECTS = new JsonObjects();

    private final Door door;
    private final RecentEvents recent;
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
            RecentEvents recent,
            PlanTable plan,
            Onlookers onlookers,
            Lags lags,
            Publisher publisher,
            CollectorConfig config) {
        this.door = door;
        this.recent = recent;
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

    /** The newest events of a workspace that pass, the newest first. */
    public List<SeenEvent> newest(String workspace, SeenFilter filter, int limit) {
        onlookers.show();
        return recent.newest(workspace, RecentEvents.KEPT).stream()
                .filter(filter::passes)
                .filter(this::mayBeShown)
                .limit(limit)
                .toList();
    }

    /** How many are told of each event of a workspace now. */
    public int listeners(String workspace) {
        return recent.listeners(workspace);
    }

    /**
     * Tells of each event of a workspace that passes, from now on.
     *
     * @return ends the telling
     */
    public Runnable listen(String workspace, SeenFilter filter, Consumer<SeenEvent> listener) {
        return recent.listen(
                workspace,
                event -> {
                    if (filter.passes(event) && mayBeShown(event)) {
                        listener.accept(event);
                    }
                });
    }

    /** Not when it names somebody who has been erased since. */
    private boolean mayBeShown(SeenEvent event) {
        Mentions erased = new Mentions(door.suppressed(event.source()));
        Slice sent = event.sent();
        return !erased.in(event.headline().userId())
                && !erased.in(event.headline().anonymousId())
                && !erased.in(sent == null ? null : sent.toString());
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

    /**
     * Judges what was refused by what holds today, and publishes what is taken now. It is an event
     * of now, that happened then: it keeps its id and its time, and when it is too old it triggers
     * nothing.
     *
     * @param done told once, on any thread: null when the broker has what was taken, else why not
     * @return whether each is taken, in order
     */
    public List<Boolean> judgeAnew(
            Source source, List<HeardBefore> events, Consumer<@Nullable Exception> done) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<List<Verdict>> taken =
                events.stream().map(event -> judgeAnew(source, event, now)).toList();
        List<Verdict> all = taken.stream().flatMap(List::stream).toList();
        publisher.publish(
                new Publisher.Batch(all, source, now, null),
                failure -> {
                    if (failure == null) {
                        recent.add(source, now, all);
                    }
                    done.accept(failure);
                });
        return taken.stream().map(verdicts -> !verdicts.isEmpty()).toList();
    }

    /**
     * An event that was refused once.
     *
     * @param retrial what it is judged by
     * @param at when it was received then
     */
    public record HeardBefore(Retrial retrial, Instant at) {}

    /** Its verdict, if it is taken: not when it is refused again, or its person was erased. */
    private List<Verdict> judgeAnew(Source source, HeardBefore event, Instant now) {
        Retrial retrial = event.retrial();
        Arrival arrival =
                new Arrival(
                        source,
                        now,
                        event.at(),
                        retrial.resent(),
                        config.skewCap(),
                        retrial::id,
                        retrial.sender(),
                        door.suppressed(source),
                        retrial.history());
        Submission alone =
                new Submission(List.of(retrial.draft()), null, retrial.sentAt(), retrial.context());
        return judge(alone, arrival).stream().filter(Verdict.Accepted.class::isInstance).toList();
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
        publisher.publish(
                batch,
                failure -> {
                    if (failure == null) {
                        onlookers.add(batch);
                    }
                    Outcome outcome = outcome(batch, failure);
                    door.count(batch.source(), outcome, batch.verdicts().size(), suppressed);
                    answer.accept(outcome);
                    onlookers.showIfMany();
                });
    }

    private static Outcome outcome(Publisher.Batch batch, @Nullable Exception failure) {
        return failure == null
                ? new Outcome.Taken(refused(batch.verdicts()))
                : new Outcome.Unavailable();
    }

    private static List<Verdict.Refused> refused(List<Verdict> verdicts) {
        List<Verdict.Refused> refused = List.of();
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Refused one) {
                refused = refused.isEmpty() ? new ArrayList<>() : refused;
                refused.add(one);
            }
        }
        return refused;
    }
}
