package io.itinera.loadtests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What benchmarks and scenarios are told on the command line. */
final class Options {
    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "Which to run; all when none is named.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--list", description = "Say what there is.")
    private boolean list;

    @Option(names = "--stack", description = "The coordinates of the Itinera to run against.")
    private @Nullable Path stack;

    @Option(names = "--runs", description = "How often.", defaultValue = "3")
    private int runs;

    @Option(names = "--seed", description = "Where chance starts.", defaultValue = "1")
    private long seed;

    @Option(names = "--seconds", description = "How long a scenario that has a length lasts.")
    private @Nullable Integer seconds;

    @Option(
            names = "--customers",
            description = "How many a benchmark that has a crowd of them has.")
    private @Nullable Integer customers;

    @Option(
            names = "--events",
            description = "How many one customer has, where a benchmark gives one a great many.")
    private @Nullable Integer events;

    @Option(names = "--json", description = "One JSON object for each result on standard output.")
    private boolean json;

    boolean list() {
        return list;
    }

    int runs() {
        return runs;
    }

    long seed() {
        return seed;
    }

    Optional<Duration> length() {
        return Optional.ofNullable(seconds).map(Duration::ofSeconds);
    }

    Optional<Integer> customers() {
        return Optional.ofNullable(customers);
    }

    Optional<Integer> events() {
        return Optional.ofNullable(events);
    }

    Target target(CommandSpec command) throws IOException {
        if (stack == null) {
            throw new ParameterException(command.commandLine(), "--stack says where Itinera runs");
        }
        return Target.read(stack);
    }

    /** Those of all that were named, in the order of all. */
    <T> List<T> chosen(List<T> all, Function<T, String> name, CommandSpec command) {
        List<String> known = all.stream().map(name).toList();
        for (String wanted : names) {
            if (!known.contains(wanted)) {
                throw new ParameterException(
                        command.commandLine(),
                        "there is no " + wanted + "; there are " + String.join(", ", known));
            }
        }
        return names.isEmpty()
                ? all
                : all.stream().filter(one -> names.contains(name.apply(one))).toList();
    }

    void print(Object result, String words) throws JsonProcessingException {
        IO.println(json ? new ObjectMapper().writeValueAsString(result) : words);
    }
}
