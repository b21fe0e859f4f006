package io.itinera.stack.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser that the browser test drives. */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final List<Path> USUAL_PLACES =
            List.of(
                    Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
                    Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    private Chromium() {}

    /**
     * A browser of this machine; on Debian, when root, installed if there is none.
     *
     * @throws Refusal that says how to get one
     */
    static Path findOrInstall() throws IOException, InterruptedException {
        Optional<Path> present = find(System.getenv());
        if (present.isPresent()) {
            return present.get();
        }
        if (!mayInstall()) {
            throw new Refusal(
                    "The browser test needs Chromium or Chrome: install one (on Debian and Ubuntu:"
                            + " sudo apt-get install chromium), or name one in CHROMIUM_PATH.");
        }
        System.err.println("Installing Chromium with apt-get, for the browser test.");
        apt("update");
        apt("install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk");
        return find(System.getenv())
                .orElseThrow(() -> new Refusal("apt-get installed no chromium that can be found."));
    }

    /** What CHROMIUM_PATH names, else what is on the path, else what lies in a usual place. */
    static Optional<Path> find(Map<String, String> environment) {
        String named = environment.getOrDefault("CHROMIUM_PATH", "");
        if (!named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        Stream<Path> onPath =
                Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                        .flatMap(it -> NAMES.stream().map(name -> Path.of(it, name)));
        return Stream.concat(onPath, USUAL_PLACES.stream()).filter(Files::isExecutable).findFirst();
    }

    private static boolean mayInstall() {
        return System.getProperty("user.name").equals("root")
                && Files.exists(Path.of("/etc/debian_version"));
    }

    private static void apt(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("apt-get", "-q"), Stream.of(arguments)).toList();
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/stderr")));
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        if (builder.start().waitFor() != 0) {
            throw new Refusal("apt-get %s failed.".formatted(arguments[0]));
        }
    }
}
