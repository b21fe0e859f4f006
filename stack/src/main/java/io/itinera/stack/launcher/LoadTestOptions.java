package io.itinera.stack.launcher;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What benchmarks and fault scenarios can be told. */
final class LoadTestOptions {

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Which to run.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--runs", paramLabel = "N", description = "How often to run each.")
    private @Nullable Integer runs;

    @Option(names = "--seed", paramLabel = "N", description = "Where chance starts.")
    private @Nullable Long seed;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long a scenario that has a length lasts.")
    private @Nullable Integer seconds;

    @Option(
            names = "--customers",
            paramLabel = "N",
            description = "How many customers a benchmark that has a crowd of them has.")
    private @Nullable Integer customers;

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "How many events a benchmark gives a customer with a great many.")
    private @Nullable Integer events;

    List<String> names() {
        return List.copyOf(names);
    }

    /** As the load tests' program takes them. */
    List<String> arguments(boolean json) {
        List<String> arguments = new ArrayList<>(names);
        if (runs != null) {
            arguments.addAll(List.of("--runs", runs.toString()));
        }
        if (seed != null) {
            arguments.addAll(List.of("--seed", seed.toString()));
        }
        if (seconds != null) {
            arguments.addAll(List.of("--seconds", seconds.toString()));
        }
        if (customers != null) {
            arguments.addAll(List.of("--customers", customers.toString()));
        }
        if (events != null) {
            arguments.addAll(List.of("--events", events.toString()));
        }
        if (json) {
            arguments.add("--json");
        }
        return List.copyOf(arguments);
    }
}
