package io.itinera.loadtests.bench;

import io.itinera.stack.server.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A program of this module in a process of its own, with the collector's heap and collector. */
final class Reference implements AutoCloseable {
    private static final List<String> JVM = List.of("-Xms256m", "-Xmx256m");

    private final Process process;
    private final BufferedReader out;
    private final Writer in;

    private Reference(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts its main method and waits for the line {@code ready}. */
    static Reference start(Class<?> main, List<String> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        JavaCommand.ofClassPath(
                                System.getProperty("java.class.path"), main.getName(), JVM));
        command.addAll(arguments);
        Reference reference =
                new Reference(
                        new ProcessBuilder(command)
                                .redirectError(ProcessBuilder.Redirect.INHERIT)
                                .start());
        reference.await("ready");
        return reference;
    }

    long pid() {
        return process.pid();
    }

    /** Tells it a line and waits until it says {@code done}. */
    void tell(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
        await("done");
    }

    /** Passes over what else it prints. */
    private void await(String wanted) throws IOException {
        String line = out.readLine();
        while (line != null && !line.equals(wanted)) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the reference ended before it was " + wanted);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
