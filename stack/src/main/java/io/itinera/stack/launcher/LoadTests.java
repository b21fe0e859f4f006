package io.itinera.stack.launcher;

import io.itinera.stack.demo.DemoWorkspace;
import io.itinera.stack.process.Directories;
import io.itinera.stack.process.FreePorts;
import io.itinera.stack.process.Home;
import io.itinera.stack.server.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the load tests' program, on an Itinera of its own where it measures or breaks one. */
final class LoadTests {

    private static final String MAIN = "io.itinera.loadtests.Main";

    private LoadTests() {}

    /** Prints what there is. */
    static int list(Path project, String kind) throws IOException, InterruptedException {
        return run(project, List.of(kind, "--list"));
    }

    /** Runs these on an Itinera that is fresh, has ports of its own, and ends with them. */
    static int onFresh(Path project, String kind, List<String> arguments, Extent extent)
            throws IOException, InterruptedException {
        Home home = Home.of(project).beside("bench");
        if (Instance.running(home).isPresent()) {
            throw new Refusal("A bench or chaos run is going on already.");
        }
        Directories.delete(home.directory().resolve("data"));
        DemoWorkspace.forget(home.directory());
        Ports.random(FreePorts.pick(PortName.values().length)).keep(home);
        try (Run run = Run.prepare(home, Progress.onStandardError())) {
            run.start(extent);
            List<String> all = new ArrayList<>(List.of(kind));
            all.addAll(arguments);
            all.addAll(List.of("--stack", Coordinates.file(home).toString()));
            return run(project, all);
        }
    }

    private static int run(Path project, List<String> arguments)
            throws IOException, InterruptedException {
        Path target = project.resolve("load-tests/target");
        if (!Files.isDirectory(target.resolve("lib"))) {
            throw new Refusal("The load tests are not built: there is no " + target.resolve("lib"));
        }
        List<String> command =
                new ArrayList<>(JavaCommand.ofClassPath(target + "/*:" + target + "/lib/*", MAIN));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
