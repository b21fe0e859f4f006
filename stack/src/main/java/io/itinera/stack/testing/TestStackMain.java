package io.itinera.stack.testing;

import io.itinera.stack.process.Home;
import io.itinera.stack.process.Quiet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A stack for tests, as a process: fresh, on free ports, nothing of it kept. Arguments: its
 * directory, the file for its addresses, and the servers to start (all but Keycloak by default).
 * Runs until it is told to stop; with {@value #UNTIL_EOF} also until its standard input ends, which
 * happens even when whoever started it was killed.
 */
public final class TestStackMain {

    static final String UNTIL_EOF = "--until-eof";

    private static final Set<ServerName> USUAL =
            EnumSet.complementOf(EnumSet.of(ServerName.KEYCLOAK));

    private TestStackMain() {}

    static void main(String[] args) throws Exception {
        Quiet.kafkaClient();
        List<String> arguments = new ArrayList<>(List.of(args));
        boolean untilEof = arguments.remove(UNTIL_EOF);
        Path directory = Path.of(arguments.get(0)).toAbsolutePath();
        Path file = Path.of(arguments.get(1)).toAbsolutePath();
        Set<ServerName> wanted = arguments.size() > 2 ? ServerName.parse(arguments.get(2)) : USUAL;
        FreshStack stack = new FreshStack(new Home(Home.findProject(), directory));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, file), "stop"));
        stack.start(wanted).write(file);
        if (untilEof) {
            System.in.transferTo(OutputStream.nullOutputStream());
            System.exit(0);
        }
        Thread.currentThread().join();
    }

    private static void end(FreshStack stack, Path file) {
        try {
            Files.deleteIfExists(file);
            stack.stop();
        } catch (IOException e) {
            System.err.println("The test stack did not stop in order: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
