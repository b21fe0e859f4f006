package io.itinera.conditions;

import io.itinera.conditions.Explanation.Turn;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads off a leaf, its verdict and what it saw, what would turn it over. */
final class Turns {
    private Turns() {}

    static List<Turn> of(Condition leaf, Verdict verdict, Sightings sightings) {
        List<Turn> turns = new ArrayList<>();
        verdict.changesAt().ifPresent(at -> turns.add(byTime(leaf, verdict, at)));
        switch (leaf) {
            case Condition.Trait it -> turns.add(new Turn.OtherValue(it.name()));
            case Condition.Account it -> turns.add(new Turn.OtherValue(it.name()));
            case Condition.Segment(String id) -> turns.add(new Turn.Membership(id));
            case Condition.Journey it -> turns.add(new Turn.Progress(it.id().toString()));
            case Condition.Performed it ->
                    counted(
                            it.times(),
                            found(sightings, it.event()),
                            verdict.holds(),
                            it.event(),
                            turns);
            case Condition.Message it ->
                    counted(
                            it.times(),
                            found(sightings, MessageEvents.name(it.outcome())),
                            verdict.holds(),
                            "",
                            turns);
            case Condition.Aggregate it -> turns.add(new Turn.Further(it.event()));
            case Condition.Occurrence it -> turns.add(new Turn.Further(it.event()));
            case Condition.Sequence it -> sequence(it, verdict.holds(), turns);
            case Condition.Unfollowed it -> unfollowed(it, verdict, sightings, turns);
            case Condition.Bucket _ -> turns.add(new Turn.Never());
            case Condition.Property _, Condition.Trigger _ -> {}
            case Condition.All _, Condition.Any _, Condition.Not _ -> {}
        }
        return turns;
    }

    private static int found(Sightings sightings, String event) {
        return sightings.found().getOrDefault(event, 0);
    }

    /** A lower bound is reached from below, an upper bound is passed; there is no way back. */
    private static void counted(
            Times times, int found, boolean holds, String event, List<Turn> turns) {
        Integer most = times.atMost();
        if (!holds && found < times.atLeast()) {
            turns.add(new Turn.More(event, times.atLeast() - found));
        }
        if (holds && most != null) {
            turns.add(new Turn.More(event, most + 1 - found));
        }
    }

    private static void sequence(Condition.Sequence it, boolean holds, List<Turn> turns) {
        if (!holds) {
            turns.add(new Turn.Further(it.steps().getLast().event()));
        }
    }

    /** Whoever did not do the one has a loose end by doing it; whoever did ties it by the other. */
    private static void unfollowed(
            Condition.Unfollowed it, Verdict verdict, Sightings sightings, List<Turn> turns) {
        if (verdict.holds() || verdict.changesAt().isPresent()) {
            turns.add(new Turn.Further(it.by().event()));
        } else if (found(sightings, it.by().event()) > 0
                || found(sightings, it.did().event()) == 0) {
            turns.add(new Turn.Further(it.did().event()));
        }
    }

    private static Turn byTime(Condition leaf, Verdict verdict, Instant at) {
        @Nullable Window window =
                switch (leaf) {
                    case Condition.Performed it -> it.window();
                    case Condition.Message it -> it.window();
                    case Condition.Aggregate it -> it.window();
                    case Condition.Sequence it -> it.window();
                    case Condition.Unfollowed it -> verdict.holds() ? it.window() : null;
                    case Condition.Trait _, Condition.Account _, Condition.Occurrence _ -> null;
                    case Condition.Property _, Condition.Trigger _, Condition.Bucket _ -> null;
                    case Condition.Segment _, Condition.Journey _ -> null;
                    case Condition.All _, Condition.Any _, Condition.Not _ -> null;
                };
        return window == null ? new Turn.TimeComes(at) : new Turn.WindowEnds(at);
    }
}
