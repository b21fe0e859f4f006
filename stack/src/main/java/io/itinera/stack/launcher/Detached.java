package io.itinera.stack.launcher;

import io.itinera.stack.process.Child;
import io.itinera.stack.process.Home;
import io.itinera.stack.process.Launch;
import io.itinera.stack.process.Readiness;
import io.itinera.stack.process.StartFailed;
import io.itinera.stack.process.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A launcher in the background: it runs Itinera as one in the foreground would. */
final class Detached {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private Detached() {}

    /** Returns when the launcher has started everything. */
    static Coordinates start(Home home, Progress progress)
            throws IOException, InterruptedException {
        Files.deleteIfExists(Coordinates.file(home));
        List<String> command = new ArrayList<>(Coordinates.ownCommand(home));
        command.add("up");
        Launch launch = new Launch(Instance.NAME, command, Map.of(), StopSignal.TERM, List.of());
        progress.begin("starting, see " + home.log(Instance.NAME));
        Path log = home.log(Instance.NAME);
        Files.createDirectories(log.getParent());
        Files.deleteIfExists(log);
        Child launcher = Child.start(home, launch);
        Readiness up = () -> Files.exists(Coordinates.file(home));
        try {
            launcher.awaitReady(up, PATIENCE);
        } catch (StartFailed e) {
            throw new Refusal("The start failed:\n" + Files.readString(log));
        }
        return Coordinates.read(home).orElseThrow();
    }
}
