package io.itinera.stack.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.stack.process.Home;
import io.itinera.stack.process.RunRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ./itinera status} */
@Command(name = "status", description = "Show pid, port, health, lag and memory of each process.")
final class StatusCommand implements Callable<Integer> {

    @ParentCommand private Itinera itinera;

    @Override
    public Integer call() throws IOException {
        return print(itinera.home(), itinera.json());
    }

    static int print(Home home, boolean json) throws IOException {
        boolean anything =
                RunRecord.readAll(home.run()).stream().anyMatch(it -> it.live().isPresent());
        Optional<Ports> ports = Ports.load(home);
        List<StatusRow> rows =
                anything && ports.isPresent()
                        ? new Status(
                                        home,
                                        new Settings(home, ports.get(), Secrets.loadOrMake(home)))
                                .rows()
                        : List.of();
        if (json) {
            System.out.println(new ObjectMapper().writeValueAsString(rows));
        } else if (rows.isEmpty()) {
            System.out.println("Itinera is not running. ./itinera up starts it.");
        } else {
            System.out.print(StatusTable.of(rows));
        }
        return 0;
    }
}
