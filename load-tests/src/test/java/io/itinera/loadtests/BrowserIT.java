package io.itinera.loadtests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person walks through all of it in a real browser; see {@code load-tests/browser}. */
@ExtendWith(OneMesh.class)
@Timeout(value = 8, unit = TimeUnit.MINUTES)
final class BrowserIT {
    private static final Path ROOM = Mesh.ROOT.resolve("load-tests/browser");
    private static final Path WALKED = Mesh.ROOT.resolve("load-tests/target");

    @BeforeAll
    static void fetchTheDriver() throws IOException, InterruptedException {
        if (!Files.exists(ROOM.resolve("node_modules"))) {
            Path said = Files.createDirectories(WALKED).resolve("npm.log");
            assertEquals(0, run(said, Map.of(), "npm", "ci"), () -> read(said));
        }
    }

    @Test
    void personWalksFromSignInToSignOut(Mesh mesh) throws IOException, InterruptedException {
        Path said = WALKED.resolve("walk.log");
        Map<String, String> environment =
                Map.of(
                        "ITINERA_STACK", mesh.coordinates().toString(),
                        "CHROMIUM_PATH", chromium(),
                        "WALK_SCREENSHOTS", WALKED.resolve("screenshots").toString(),
                        "WALK_CATALOGUES",
                                Mesh.ROOT.resolve("gateway/src/main/webui/src/i18n").toString());
        assertEquals(0, run(said, environment, "node", "walk.mjs"), () -> read(said));
    }

    private static int run(Path said, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(List.of(command))
                        .directory(ROOM.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    private static String chromium() {
        String named = System.getenv("CHROMIUM_PATH");
        return named == null ? "/usr/bin/chromium" : named;
    }

    private static String read(Path said) {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            return "nothing was said: " + e.getMessage();
        }
    }
}
