package io.itinera.stack.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir private Path directory;

    /** What a launcher is to this test: starts a process and is killed before it can stop it. */
    static final class Launcher {

        private Launcher() {}

        static void main(String[] args) throws Exception {
            Path directory = Path.of(args[0]);
            Child.start(
                    new Home(directory, directory),
                    new Launch(
                            "orphan",
                            List.of("sleep", "600"),
                            Map.of(),
                            StopSignal.TERM,
                            List.of()));
            Runtime.getRuntime().halt(137);
        }
    }

    @Test
    void whatAKilledLauncherLeftIsEndedByTheNext() throws Exception {
        Process launcher =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Launcher.class.getName(),
                                directory.toString())
                        .inheritIO()
                        .start();
        assertEquals(137, launcher.waitFor());
        ProcessHandle orphan = Child.find(home(), "orphan").orElseThrow().handle();

        assertEquals(List.of("orphan"), Leftovers.end(home()));

        assertFalse(orphan.isAlive());
        assertEquals(List.of(), RunRecord.readAll(home().run()));
    }

    @Test
    void aPidThatHasComeBackIsNotTakenForTheOldProcess() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        new RunRecord("old", stranger.pid(), 1_000, List.of(), "old.log", StopSignal.TERM)
                .write(home().run());
        try {
            assertEquals(List.of(), Leftovers.end(home()));
            assertTrue(stranger.isAlive());
            assertEquals(List.of(), RunRecord.readAll(home().run()));
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void whereNothingEverRanNothingIsEnded() throws Exception {
        assertEquals(List.of(), Leftovers.end(new Home(directory, directory.resolve("none"))));
    }

    private Home home() {
        return new Home(directory, directory);
    }
}
