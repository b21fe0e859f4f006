package io.itinera.loadtests.chaos;

import io.itinera.loadtests.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One fault scenario. */
public sealed interface Chaos
        permits Kill,
                StreamKill,
                TwoInstances,
                CollectorKill,
                KafkaAway,
                Pause,
                Restart,
                Soak,
                Overload,
                Poison {
    /** All of them, as long as they need to be. */
    List<Chaos> ALL =
            List.of(
                    new CollectorKill(Sender.ALL, 2_000),
                    new KafkaAway(Duration.ofSeconds(60), 2_000, 600),
                    new Pause(Duration.ofSeconds(45), 2_000),
                    new Restart(2_000),
                    new Soak(Duration.ofMinutes(10)),
                    new Poison(Duration.ofSeconds(15)),
                    new Overload(Duration.ofSeconds(30)),
                    new StreamKill("segmentation", 1_000),
                    new TwoInstances("segmentation", 1_000),
                    new Kill("journeys-kill", "journeys"),
                    new Kill("messaging-kill", "messaging"));

    /** The same promises, for every test run. */
    List<Chaos> BRIEF =
            List.of(
                    new CollectorKill(Sender.ALL, 1_000),
                    new KafkaAway(Duration.ofSeconds(10), 1_000, 40),
                    new Restart(1_000),
                    new TwoInstances("segmentation", 300));

    /** What it is called on the command line. */
    String name();

    /** What it breaks, in a sentence. */
    String description();

    /** A scenario for so long, where it has a length. */
    static Chaos lasting(Chaos scenario, Duration length) {
        return switch (scenario) {
            case Soak _ -> new Soak(length);
            case Overload _ -> new Overload(length);
            case CollectorKill _,
                    KafkaAway _,
                    Pause _,
                    Restart _,
                    Poison _,
                    Kill _,
                    StreamKill _,
                    TwoInstances _ ->
                    scenario;
        };
    }

    /**
     * Breaks it and looks at what came of it.
     *
     * @param target the Itinera to break
     * @param runs how many times
     * @param seed where chance starts: equal seeds break at equal moments
     */
    ChaosResult run(Target target, int runs, long seed) throws IOException, InterruptedException;
}
