package io.itinera.stack.launcher;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ./itinera start SERVICE} */
@Command(name = "start", description = "Start one service or server of a running Itinera.")
final class StartCommand implements Callable<Integer> {

    @ParentCommand private Itinera itinera;

    @Parameters(paramLabel = "SERVICE", description = "As ./itinera status names it.")
    private String name;

    @Override
    public Integer call() throws IOException {
        OnePart.in(itinera.home()).start(name);
        return 0;
    }
}
