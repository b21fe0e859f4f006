package io.itinera.stack.launcher;

import io.itinera.stack.process.Home;
import io.itinera.stack.process.Quiet;
import io.itinera.stack.process.StartFailed;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of {@code ./itinera}. */
@Command(
        name = "./itinera",
        description = "Runs Itinera on this machine.",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            StartCommand.class,
            StopCommand.class,
            RestartCommand.class,
            TestCommand.class,
            BenchCommand.class,
            ChaosCommand.class
        },
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND")
public final class Itinera {

    @Option(
            names = "--home",
            hidden = true,
            paramLabel = "DIRECTORY",
            scope = CommandLine.ScopeType.INHERIT)
    private @Nullable Path directory;

    @Option(
            names = "--json",
            description = "Results as JSON on standard output, everything else on standard error.",
            scope = CommandLine.ScopeType.INHERIT)
    private boolean json;

    private Itinera() {}

    static void main(String[] args) {
        Quiet.kafkaClient();
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Itinera())
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(Itinera::tell);
    }

    /** The home that this command is about: {@code .itinera/} unless it was told otherwise. */
    public Home home() {
        Path project = Home.findProject();
        return directory == null
                ? Home.of(project)
                : new Home(project, directory.toAbsolutePath().normalize());
    }

    /** Whether results go out as JSON. */
    public boolean json() {
        return json;
    }

    /** What a person can mend is told in words; only what is our fault comes with a stack trace. */
    private static int tell(
            Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed) {
        switch (failure) {
            case Refusal refusal -> System.err.println("itinera: " + refusal.getMessage());
            case StartFailed failed -> System.err.println("itinera: " + failed.getMessage());
            case CancellationException stopped ->
                    System.err.println("itinera: " + stopped.getMessage());
            default -> failure.printStackTrace();
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
