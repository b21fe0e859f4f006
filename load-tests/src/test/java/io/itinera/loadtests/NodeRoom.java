package io.itinera.loadtests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A directory of load-tests with scripts for Node and the packages that they need.
 *
 * @param name of the directory
 */
record NodeRoom(String name) {
    /** Where scripts leave what they have to show. */
    static final Path SAID = Mesh.ROOT.resolve("load-tests/target");

    /** The browser that the launcher found or installed. */
    static String chromium() {
        String named = System.getenv("CHROMIUM_PATH");
        return named == null ? "/usr/bin/chromium" : named;
    }

    /** Fetches the packages, once. */
    void install() throws IOException, InterruptedException {
        if (!Files.exists(path().resolve("node_modules"))) {
            run(Map.of(), "npm-" + name + ".log", List.of("npm", "ci"));
        }
    }

    /** Runs a script, which must end well; what it says is kept in a log of its name. */
    void run(Map<String, String> environment, String script)
            throws IOException, InterruptedException {
        run(environment, script.replace(".mjs", ".log"), List.of("node", script));
    }

    private void run(Map<String, String> environment, String log, List<String> command)
            throws IOException, InterruptedException {
        Path said = Files.createDirectories(SAID).resolve(log);
        ProcessBuilder builder =
                new ProcessBuilder(new ArrayList<>(command))
                        .directory(path().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertEquals(0, process.waitFor(), () -> read(said));
        } finally {
            process.destroy();
        }
    }

    private Path path() {
        return Mesh.ROOT.resolve("load-tests").resolve(name);
    }

    private static String read(Path said) {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            return "nothing was said: " + e.getMessage();
        }
    }
}
