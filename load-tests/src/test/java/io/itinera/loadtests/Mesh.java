package io.itinera.loadtests;

import io.itinera.stack.demo.DemoWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A whole Itinera of its own, started by the launcher as a person would, ended with the tests. */
final class Mesh implements AutoCloseable {
    static final Path ROOT = Path.of(System.getProperty("itinera.root"));

    private final Path home;

    private Mesh(Path home) {
        this.home = home;
    }

    static Mesh started() {
        try {
            return start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Itinera was starting", e);
        }
    }

    private static Mesh start() throws IOException, InterruptedException {
        Mesh mesh = new Mesh(ROOT.resolve(".itinera/mesh"));
        mesh.launcher("down");
        delete(mesh.home.resolve("data"));
        DemoWorkspace.forget(mesh.home);
        if (mesh.launcher("up", "--detach") != 0) {
            throw new IllegalStateException("Itinera did not start");
        }
        return mesh;
    }

    Target target() throws IOException {
        return Target.read(coordinates());
    }

    /** The file that says where all of it runs. */
    Path coordinates() {
        return home.resolve("stack.json");
    }

    /** Runs a command of the launcher on this Itinera and returns its exit code. */
    int launcher(String... command) throws IOException, InterruptedException {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                launcherJar() + ":" + ROOT.resolve("stack/target/lib") + "/*",
                                "io.itinera.stack.launcher.Itinera",
                                "--home",
                                home.toString()));
        all.addAll(List.of(command));
        return new ProcessBuilder(all).directory(ROOT.toFile()).inheritIO().start().waitFor();
    }

    private static Path launcherJar() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("stack/target"))) {
            return files.filter(file -> file.getFileName().toString().matches("stack-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            launcher("down");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
