package io.itinera.stack.launcher;

import io.itinera.stack.process.Home;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./itinera up} */
@Command(
        name = "up",
        description = "Start the servers and the services; Ctrl-C stops them, data stays.")
final class UpCommand implements Callable<Integer> {

    @ParentCommand private Itinera itinera;

    @Option(names = "--detach", description = "Return once all is ready; ./itinera down stops it.")
    private boolean detach;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = itinera.home();
        if (Instance.running(home).isPresent()) {
            System.err.println("Itinera runs already.");
            return StatusCommand.print(home, itinera.json());
        }
        if (detach) {
            tell(Detached.start(home, Progress.onStandardError()));
            return 0;
        }
        try (Run run = Run.prepare(home, Progress.onStandardError())) {
            tell(run.start());
            run.watch();
        }
        return 0;
    }

    private void tell(Coordinates coordinates) throws IOException {
        System.out.println(itinera.json() ? coordinates.json() : Summary.of(coordinates));
    }
}
