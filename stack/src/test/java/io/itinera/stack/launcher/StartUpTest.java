package io.itinera.stack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.stack.process.Child;
import io.itinera.stack.process.Home;
import io.itinera.stack.process.Launch;
import io.itinera.stack.process.Leftovers;
import io.itinera.stack.process.RunRecord;
import io.itinera.stack.process.StartFailed;
import io.itinera.stack.process.StopSignal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpTest {

    private final List<String> started = Collections.synchronizedList(new ArrayList<>());
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Progress progress =
            new Progress(new PrintStream(told, true, StandardCharsets.UTF_8), false);

    @TempDir private Path directory;

    private Home home() {
        return new Home(directory, directory);
    }

    @AfterEach
    void endWhatIsLeft() throws Exception {
        Leftovers.end(home());
    }

    @Test
    void aPartStartsWhenWhatItNeedsIsReady() {
        List<Part> parts =
                List.of(
                        part("kafka", Part.Kind.SERVER, Set.of()),
                        part("collector", Part.Kind.SERVICE, Set.of("kafka")),
                        part("shop", Part.Kind.SHOP, Set.of("collector", "not-among-them")));

        new StartUp(home(), progress).run(parts);

        assertEquals(List.of("kafka", "collector", "shop"), started);
    }

    @Test
    void theFirstFailureEndsTheStartAndWhatNeedsItIsNotStarted() {
        Part endless =
                new Part(
                        "slow",
                        Part.Kind.SERVER,
                        Set.of(),
                        home -> {
                            Thread.sleep(Duration.ofHours(1));
                            throw new AssertionError("waited on");
                        },
                        () -> false);
        Part broken =
                new Part(
                        "broken",
                        Part.Kind.SERVER,
                        Set.of(),
                        home -> {
                            Child child = Child.start(home, launch("broken", "false"));
                            child.awaitReady(() -> false, Duration.ofSeconds(20));
                            return child;
                        },
                        () -> false);
        Part needy = part("needy", Part.Kind.SERVICE, Set.of("broken"));

        StartFailed failure =
                assertThrows(
                        StartFailed.class,
                        () -> new StartUp(home(), progress).run(List.of(endless, broken, needy)));

        assertEquals("broken", failure.process());
        assertEquals(List.of(), started);
        assertTrue(told.toString(StandardCharsets.UTF_8).contains("✗ broken"));
    }

    @Test
    void everythingStopsInTheReverseOrderOfItsKinds() {
        Parts parts =
                new Parts(
                        List.of(
                                part("kafka", Part.Kind.SERVER, Set.of()),
                                part("collector", Part.Kind.SERVICE, Set.of()),
                                part("shop", Part.Kind.SHOP, Set.of())));
        new StartUp(home(), progress).run(parts.all());
        told.reset();

        new Shutdown(home(), progress).all(parts);

        assertEquals(
                List.of("shop", "collector", "kafka"),
                told.toString(StandardCharsets.UTF_8)
                        .lines()
                        .map(it -> it.strip().split(" +", -1)[1])
                        .toList());
        assertEquals(List.of(), RunRecord.readAll(home().run()));
    }

    @Test
    void whatEndsUnaskedIsToldOnceAndWhatWasStoppedIsNot() throws Exception {
        new StartUp(home(), progress)
                .run(
                        List.of(
                                part("crashing", Part.Kind.SERVICE, Set.of()),
                                part("stopped", Part.Kind.SERVICE, Set.of())));
        new Shutdown(home(), progress).one("stopped");
        ProcessHandle crashing = Child.find(home(), "crashing").orElseThrow().handle();
        crashing.destroyForcibly();
        crashing.onExit().join();
        told.reset();

        Watch watch = new Watch(home(), progress);
        watch.lookAround();
        watch.lookAround();

        String said = told.toString(StandardCharsets.UTF_8);
        assertTrue(said.startsWith("crashing ended unasked."), said);
        assertEquals(said.indexOf("unasked"), said.lastIndexOf("unasked"));
        assertFalse(said.contains("stopped ended"), said);
    }

    @Test
    void oneLauncherAtATimeRunsAHome() throws Exception {
        try (Instance first = Instance.claim(home())) {
            first.record();

            assertThrows(Refusal.class, () -> Instance.claim(home()));
        }

        Instance.claim(home()).close();
    }

    @Test
    void aLauncherIsFoundByOthersAndDoesNotTakeItselfForAnother() throws Exception {
        try (Instance own = Instance.claim(home())) {
            own.record();
            assertTrue(Instance.running(home()).isEmpty());
        }
        Child other = Child.start(home(), launch(Instance.NAME, "sleep", "600"));

        assertEquals(other.handle().pid(), Instance.running(home()).orElseThrow().pid());
    }

    private Part part(String name, Part.Kind kind, Set<String> needs) {
        return new Part(
                name,
                kind,
                needs,
                home -> {
                    started.add(name);
                    return Child.start(home, launch(name, "sleep", "600"));
                },
                () -> true);
    }

    private static Launch launch(String name, String... command) {
        return new Launch(name, List.of(command), Map.of(), StopSignal.TERM, List.of());
    }
}
