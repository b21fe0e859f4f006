package io.itinera.stack.launcher;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./itinera stop SERVICE} */
@Command(name = "stop", description = "Stop one service or server and leave the others running.")
final class StopCommand implements Callable<Integer> {

    @ParentCommand private Itinera itinera;

    @Parameters(paramLabel = "SERVICE", description = "As ./itinera status names it.")
    private String name;

    @Option(names = "--kill", description = "With kill -9, as a crash would.")
    private boolean kill;

    @Override
    public Integer call() throws IOException, InterruptedException {
        OnePart.in(itinera.home()).stop(name, OnePart.Manner.of(kill));
        return 0;
    }
}
