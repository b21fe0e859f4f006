package io.itinera.stack.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir private Path directory;

    private Home home() {
        return new Home(directory, directory);
    }

    @AfterEach
    void endWhatIsLeft() throws Exception {
        Leftovers.end(home());
    }

    @Test
    void aProcessThatUnderstandsTheSignalStopsInOrder() throws Exception {
        Child child = ready("trap 'echo bye; exit' TERM");

        assertEquals(StopOutcome.IN_ORDER, child.stop(SOON));
        assertEquals(List.of("ready", "bye"), child.log().tail(10));
        assertEquals(List.of(), RunRecord.readAll(home().run()));
    }

    @Test
    void aProcessThatDoesNotStopInTimeIsKilled() throws Exception {
        Child child = ready("trap '' TERM");

        assertEquals(StopOutcome.KILLED, child.stop(Duration.ofMillis(200)));
        assertFalse(child.handle().isAlive());
        assertEquals(List.of(), RunRecord.readAll(home().run()));
    }

    @Test
    void aKillTakesTheChildrenOfTheProcessToo() throws Exception {
        Child child = ready("sleep 600 &");
        List<ProcessHandle> grandchildren = child.handle().children().toList();

        child.kill();

        assertEquals(
                List.of(),
                grandchildren.stream()
                        .peek(it -> it.onExit().join())
                        .filter(ProcessHandle::isAlive)
                        .toList());
    }

    @Test
    void theRecordFindsTheProcessAgain() throws Exception {
        Child child = ready("");

        assertEquals(
                Optional.of(child.handle().pid()),
                Child.find(home(), "subject").map(it -> it.handle().pid()));
    }

    @Test
    void aProcessThatEndsWhileStartingIsNamedWithTheEndOfItsLog() throws Exception {
        Child child = Child.start(home(), launch("echo no such bucket; exit 3"));

        StartFailed failed =
                assertThrows(StartFailed.class, () -> child.awaitReady(() -> false, SOON));

        assertEquals("subject", failed.process());
        assertEquals(
                """
                subject ended while it was starting.
                The end of %s:
                  | no such bucket"""
                        .formatted(home().log("subject")),
                failed.getMessage());
    }

    @Test
    void aProcessThatIsNotReadyInTimeIsNamed() throws Exception {
        Child child = ready("");

        StartFailed failed =
                assertThrows(
                        StartFailed.class,
                        () -> child.awaitReady(() -> false, Duration.ofSeconds(1)));

        assertTrue(failed.getMessage().startsWith("subject was not ready after 1 s."));
    }

    @Test
    void aProcessBeingStoppedIsMarkedForThoseWhoWatch() throws Exception {
        Child child = ready("trap 'sleep 0.3; exit' TERM");
        StopIntent.declare(home(), "subject");
        assertTrue(StopIntent.declared(home(), "subject"));

        child.stop(SOON);

        assertFalse(StopIntent.declared(home(), "subject"));
    }

    /** A shell that has said "ready" and then waits to be told something. */
    private Child ready(String preparation) throws Exception {
        String script = preparation + "\necho ready; while true; do sleep 0.05; done";
        Child child = Child.start(home(), launch(script));
        child.awaitReady(() -> Files.exists(home().log("subject")) && saysReady(child), SOON);
        return child;
    }

    private static boolean saysReady(Child child) {
        try {
            return child.log().tail(1).contains("ready");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Launch launch(String script) {
        return new Launch(
                "subject", List.of("bash", "-c", script), Map.of(), StopSignal.TERM, List.of());
    }
}
