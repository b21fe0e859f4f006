package io.itinera.loadtests;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code ./itinera bench} and {@code ./itinera chaos}. */
@Command(
        name = "load-tests",
        subcommands = {BenchCommand.class, ChaosCommand.class},
        description = "Benchmarks and fault scenarios against a running Itinera.")
public final class Main {
    private Main() {}

    /** Runs what the arguments name; ends with 0 when every promise was kept. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
