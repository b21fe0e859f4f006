package io.itinera.stack.server;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for this JDK: of a main class of this module, or of a jar. */
public final class JavaCommand {

    private static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    private JavaCommand() {}

    /**
     * Runs a main class of this module with the libraries in {@code stack/target/lib}.
     *
     * @throws IOException if the module has not been built
     */
    public static List<String> ofMain(
            Path project, Class<?> main, List<String> jvmArguments, List<String> arguments)
            throws IOException {
        Path libraries = project.resolve("stack/target/lib");
        if (!Files.isDirectory(libraries)) {
            throw new IOException("The stack is not built: run mvn -pl stack package.");
        }
        List<String> command = new ArrayList<>(java(jvmArguments));
        command.addAll(List.of("-cp", ownCode() + ":" + libraries + "/*", main.getName()));
        command.addAll(arguments);
        return List.copyOf(command);
    }

    public static List<String> ofJar(Path jar, List<String> jvmArguments) {
        List<String> command = new ArrayList<>(java(jvmArguments));
        command.addAll(List.of("-jar", jar.toString()));
        return List.copyOf(command);
    }

    /** Runs a main class that lies on a class path of its own. */
    public static List<String> ofClassPath(String classPath, String main) {
        return ofClassPath(classPath, main, List.of());
    }

    /** The same with arguments for the JVM. */
    public static List<String> ofClassPath(
            String classPath, String main, List<String> jvmArguments) {
        List<String> command = new ArrayList<>(java(jvmArguments));
        command.addAll(List.of("-cp", classPath, main));
        return List.copyOf(command);
    }

    private static List<String> java(List<String> jvmArguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(jvmArguments);
        return command;
    }

    private static Path ownCode() {
        try {
            return Path.of(
                    JavaCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
