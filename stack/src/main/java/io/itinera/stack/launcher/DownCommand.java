package io.itinera.stack.launcher;

import io.itinera.stack.process.Home;
import io.itinera.stack.process.Leftovers;
import io.itinera.stack.process.RunRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ./itinera down} */
@Command(name = "down", description = "Stop everything that runs; data stays.")
final class DownCommand implements Callable<Integer> {

    private static final long PATIENCE_SECONDS = 180;

    @ParentCommand private Itinera itinera;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Home home = itinera.home();
        Optional<ProcessHandle> launcher = Instance.running(home);
        if (launcher.isPresent()) {
            System.err.println("Stopping, services before servers.");
            stop(launcher.get());
            System.err.println("Stopped.");
            return 0;
        }
        List<String> left =
                RunRecord.readAll(home.run()).stream()
                        .filter(it -> it.live().isPresent())
                        .map(RunRecord::name)
                        .toList();
        if (left.isEmpty()) {
            System.err.println("Nothing runs.");
            return 0;
        }
        System.err.println(
                "The launcher is gone; stopping what it left: " + String.join(", ", left));
        Optional<Ports> ports = Ports.load(home);
        if (ports.isPresent()) {
            Settings settings = new Settings(home, ports.get(), Secrets.loadOrMake(home));
            new Shutdown(home, Progress.onStandardError())
                    .all(Parts.of(settings).withSeconds(settings));
        }
        Leftovers.end(home);
        return 0;
    }

    private static void stop(ProcessHandle launcher)
            throws InterruptedException, ExecutionException {
        launcher.destroy();
        try {
            launcher.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Refusal(
                    "The launcher (pid %d) has not stopped after %d s."
                            .formatted(launcher.pid(), PATIENCE_SECONDS));
        }
    }
}
