package io.itinera.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A mark that a process is being stopped, so that whoever watches it does not call it a failure.
 */
public final class StopIntent {

    private StopIntent() {}

    static void declare(Home home, String process) throws IOException {
        Files.createDirectories(home.run());
        Files.writeString(file(home, process), "");
    }

    static void withdraw(Home home, String process) throws IOException {
        Files.deleteIfExists(file(home, process));
    }

    /** Whether someone is stopping the process, or stopped it and died before saying so. */
    public static boolean declared(Home home, String process) {
        return Files.exists(file(home, process));
    }

    private static Path file(Home home, String process) {
        return home.run().resolve(process + ".stopping");
    }
}
