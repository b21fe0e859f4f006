package io.itinera.stack.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a launcher that was killed has left running. */
public final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Leftovers() {}

    /**
     * Ends every process but this one that a record of this home still names, and forgets the rest.
     *
     * @return the names of those that had to be ended
     */
    public static List<String> end(Home home) throws IOException, InterruptedException {
        List<String> ended = new ArrayList<>();
        for (RunRecord record : RunRecord.readAll(home.run())) {
            if (record.pid() == ProcessHandle.current().pid()) {
                continue;
            }
            Optional<Child> child = Child.find(home, record.name());
            if (child.isPresent()) {
                child.get().stop(PATIENCE);
                ended.add(record.name());
            }
            record.delete(home.run());
        }
        return List.copyOf(ended);
    }
}
