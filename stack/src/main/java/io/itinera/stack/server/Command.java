package io.itinera.stack.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short commands that run to their end. */
final class Command {

    private Command() {}

    /**
     * @throws IOException with what the command printed, if it fails
     */
    static void run(String name, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("%s failed:%n%s".formatted(name, output));
        }
    }

    static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            run(command.getFirst(), command);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
