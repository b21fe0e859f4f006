package io.itinera.journeys.domain;

import io.itinera.contracts.Cause;
import io.itinera.contracts.definitions.Node.Wait.From;
import io.itinera.contracts.outcomes.WayOut;
import io.itinera.contracts.transitions.TransitionKind;
import io.itinera.journeys.domain.plan.NamedRule;
import io.itinera.journeys.domain.plan.Plans;
import io.itinera.journeys.domain.plan.Step;
import io.itinera.journeys.domain.plan.Version;
import io.itinera.kit.ids.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run during one step. It ends where the run waits or is over: every way round a plan passes a
 * wait that starts on arrival, so no walk visits a node twice.
 */
final class Walk {
    private final Version version;
    private final Customer customer;
    private final Instant now;
    private final Voice voice;

    private final Start start;
    private @Nullable Place place;
    private Memory memory;
    private List<Asked> sends;

    /**
     * A walk of a run.
     *
     * @param led the hops of the outcome that moves it now; none when something else does
     */
    Walk(
            Version version,
            Customer customer,
            Enrollment run,
            int led,
            Instant now,
            List<Effect> effects) {
        this.version = version;
        this.customer = customer;
        this.now = now;
        this.voice = new Voice(customer, run.start(), run.told(), led, now, effects);
        this.start = run.start();
        this.place = run.place();
        this.memory = run.memory();
        this.sends = run.sends();
    }

    Enrollment run() {
        return new Enrollment(start, place, memory, sends, voice.told());
    }

    /** The customer got in. */
    void enter() {
        voice.tell(
                Telling.of(TransitionKind.entered, null, 0)
                        .because(Reasons.EVENT)
                        .with("event", start.trigger().name()));
        voice.entered(version.start());
        String exit = holding(version.exits());
        if (exit != null) {
            over(version.start(), 0, WayOut.exited, Reasons.exit(exit));
            return;
        }
        arrive(version.start());
        reconsider();
    }

    /**
     * Something happened to the customer; the run takes note, and what it must do at once it does.
     */
    void notice(Happening happening, @Nullable UUID settled) {
        Memory before = memory;
        memory = memory.counting(version, start.trigger().properties(), happening);
        if (isOfThisRun(happening)) {
            memory = memory.gathering(version, happening);
            if (begins(happening)) {
                memory = memory.latest(happening.occurredAt());
                waitAnew();
            }
        }
        if (settled != null) {
            settle(settled, happening.name());
        }
        judge();
        String emptied = memory.emptiedSince(before);
        if (place != null && emptied != null) {
            stop(WayOut.emptied, Reasons.emptied(emptied));
        }
    }

    /** Asks the rules that act at any moment. */
    void judge() {
        if (!sends.isEmpty()) {
            String excluded = holding(version.excludes());
            if (excluded != null) {
                callBack(Reasons.excluded(excluded));
            }
        }
        String exit = place == null ? null : holding(version.exits());
        if (exit != null) {
            stop(WayOut.exited, Reasons.exit(exit));
        }
        reconsider();
    }

    /** Time came: the wait may be over, and sends may have settled by themselves. */
    void wake() {
        sends = Sends.aged(sends, now);
        if (place != null && !place.dueAt().isAfter(now)) {
            judge();
        }
        if (place != null && !place.until().isAfter(now)) {
            Step.Wait wait = (Step.Wait) version.step(place.node());
            pass(place.node(), place.visit(), Plans.NEXT, wait.next(), Reasons.ELAPSED);
            arrive(wait.next());
            reconsider();
        }
    }

    /** Ends the run from outside; what it asked for and has not left is called back. */
    void stop(WayOut way, String reason) {
        callBack(reason);
        if (place != null) {
            over(place.node(), place.visit(), way, reason);
        }
    }

    /** Takes in what another customer's same run remembers. */
    void join(Memory other) {
        memory = memory.joined(other, version.collections().keySet());
        waitAnew();
    }

    private boolean isOfThisRun(Happening happening) {
        String key = version.entry().key();
        return key == null || Objects.equals(start.key(), Values.text(happening.properties(), key));
    }

    private boolean begins(Happening happening) {
        return version.entry().event().equals(happening.name())
                && version.where().passes(happening.properties(), Map.of());
    }

    private void waitAnew() {
        if (place != null
                && version.step(place.node()) instanceof Step.Wait wait
                && wait.from() == From.latest) {
            place = place.endingAt(until(wait));
        }
    }

    private void arrive(String first) {
        String node = first;
        while (node != null) {
            memory = memory.visited(node);
            int visit = memory.visits(node);
            voice.tell(Telling.of(TransitionKind.arrived, node, visit));
            node = through(node, visit);
        }
    }

    /** Does what the node says; the next node, or null where the run waits or is over. */
    private @Nullable String through(String node, int visit) {
        return switch (version.step(node)) {
            case Step.Wait wait -> rest(node, visit, wait);
            case Step.Branch branch -> choose(node, visit, branch);
            case Step.Message message -> ask(node, visit, message);
            case Step.Exit exit -> over(node, visit, WayOut.finished, exit.outcome());
        };
    }

    private @Nullable String rest(String node, int visit, Step.Wait wait) {
        Instant until = until(wait);
        if (until.isAfter(now)) {
            place = new Place(node, visit, now, until, null);
            return null;
        }
        return pass(node, visit, Plans.NEXT, wait.next(), Reasons.ELAPSED);
    }

    private Instant until(Step.Wait wait) {
        Instant from =
                switch (wait.from()) {
                    case arrival -> place == null ? now : place.since();
                    case trigger -> start.trigger().occurredAt();
                    case latest -> memory.latest();
                };
        return from.plus(wait.duration());
    }

    private String choose(String node, int visit, Step.Branch branch) {
        Asking subject = subject();
        for (Step.Way way : branch.ways()) {
            if (way.when().evaluate(subject).holds()) {
                return pass(node, visit, way.label(), way.next(), Reasons.CASE);
            }
        }
        return pass(node, visit, Plans.OTHERWISE, branch.otherwise(), Reasons.OTHERWISE);
    }

    private @Nullable String ask(String node, int visit, Step.Message message) {
        String excluded = holding(version.excludes());
        if (excluded != null) {
            return over(node, visit, WayOut.excluded, Reasons.excluded(excluded));
        }
        UUID key = Ids.send(customer.workspace(), start.journey(), start.enrollment(), node, visit);
        Cause cause = voice.cause(node, visit, key);
        voice.ask(Sends.request(customer, run(), cause, voice.hops(), message, now));
        watch(new Asked(key, node, visit, now, Asked.Standing.UNSETTLED, null));
        voice.tell(
                Telling.of(TransitionKind.requested, node, visit)
                        .about(key)
                        .with("template", message.template().toString()));
        return pass(node, visit, Plans.NEXT, message.next(), null);
    }

    private void watch(Asked asked) {
        List<Asked> watched = new ArrayList<>(sends);
        watched.add(asked);
        sends = watched.subList(Math.max(0, watched.size() - Asked.MAX), watched.size());
    }

    /** Whether it still could be called back is messaging's to tell. */
    private void callBack(String reason) {
        Sends.Outcome outcome = Sends.calledBack(sends, reason);
        for (Asked back : outcome.calledBack()) {
            Cause cause = voice.cause(back.node(), back.visit(), back.key());
            voice.ask(Sends.command(customer, start, cause, back, now));
        }
        late(outcome.late());
        sends = outcome.watched();
    }

    private void settle(UUID send, String outcome) {
        Sends.Outcome settled = Sends.settled(sends, send, outcome);
        late(settled.late());
        sends = settled.watched();
    }

    private void late(List<Asked> conversions) {
        for (Asked late : conversions) {
            voice.tell(
                    Telling.of(TransitionKind.lateConversion, late.node(), late.visit())
                            .about(late.key())
                            .because(Objects.requireNonNull(late.calledBack())));
        }
    }

    private @Nullable String over(String node, int visit, WayOut way, String reason) {
        place = null;
        voice.tell(Telling.of(TransitionKind.ended, node, visit).because(reason));
        voice.left(node, visit, way, reason);
        return null;
    }

    private String pass(String node, int visit, String edge, String next, @Nullable String reason) {
        place = null;
        Telling passed = Telling.of(TransitionKind.passed, node, visit).by(edge, next);
        voice.tell(reason == null ? passed : passed.because(reason));
        return next;
    }

    private @Nullable String holding(List<NamedRule> rules) {
        return Rules.holding(rules, subject());
    }

    /** Notes when time alone could make an exit true, so that it is asked again then. */
    private void reconsider() {
        if (place != null) {
            place = place.doubtfulAt(Rules.doubtful(version.exits(), subject()));
        }
    }

    private Asking subject() {
        return new Asking(customer.id(), customer.profile(), start.trigger(), memory.counts(), now);
    }
}
