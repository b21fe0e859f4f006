package io.itinera.stack.process;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a stack lives: the project it belongs to and the directory that holds its data, logs and
 * records of running processes. Several stacks may live side by side below one project.
 */
public record Home(Path project, Path directory) {

    /** The project's own stack, in {@code .itinera/}. */
    public static Home of(Path project) {
        return new Home(project, project.resolve(".itinera"));
    }

    /** A stack beside the project's own, with nothing in common but the unpacked software. */
    public Home beside(String name) {
        return new Home(project, project.resolve(".itinera").resolve(name));
    }

    public Path data(String process) {
        return directory.resolve("data").resolve(process);
    }

    public Path log(String process) {
        return directory.resolve("logs").resolve(process + ".log");
    }

    public Path run() {
        return directory.resolve("run");
    }

    /** Unpacked servers, shared by all stacks of the project. */
    public Path software() {
        return project.resolve(".itinera").resolve("software");
    }

    /**
     * The project that the working directory lies in.
     *
     * @throws IllegalStateException outside of a checkout
     */
    public static Path findProject() {
        Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("stack/pom.xml"))) {
                return at;
            }
        }
        throw new IllegalStateException("No Itinera checkout at or above " + start);
    }
}
