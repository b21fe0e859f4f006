package io.itinera.loadtests.chaos;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.ledger.Tenant;
import io.itinera.stack.process.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process with a real SDK in it, which repeats on its own; see {@code
 * load-tests/clients/senders}.
 */
final class Sender implements AutoCloseable {
    /** The SDKs that repeat what was not taken. */
    static final List<String> ALL =
            List.of(
                    "segment-node",
                    "analytics-node-6",
                    "rudder-node",
                    "posthog-node",
                    "analytics-next",
                    "rudder-analytics-js",
                    "itinera.js",
                    SegmentJava.NAME);

    private static final long PATIENCE_MINUTES = 5;

    private final String sdk;
    private final Process process;

    /** What it says, mostly that the collector is not there. */
    private final Path log;

    private Sender(String sdk, Process process, Path log) {
        this.sdk = sdk;
        this.process = process;
        this.log = log;
    }

    static Sender begin(
            Target target, Tenant tenant, String sdk, Path ledger, String run, int perSecond)
            throws IOException, InterruptedException {
        Path room = Home.findProject().resolve("load-tests/clients");
        if (!Files.exists(room.resolve("node_modules"))) {
            run(room, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
        }
        List<String> command = new ArrayList<>(program(sdk));
        command.addAll(
                List.of(
                        sdk,
                        target.coordinates().services().get("collector"),
                        tenant.workspace(),
                        tenant.writeKey(),
                        ledger.toString(),
                        run,
                        Integer.toString(perSecond)));
        Path log = target.home().resolve("logs").resolve("sender-" + sdk + ".log");
        Process process =
                process(room, command.toArray(String[]::new))
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        Sender sender = new Sender(sdk, process, log);
        sender.awaitBegin(ledger);
        return sender;
    }

    private static List<String> program(String sdk) {
        return sdk.equals(SegmentJava.NAME)
                ? List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SegmentJava.class.getName())
                : List.of("node", "senders/send.mjs");
    }

    private void awaitBegin(Path ledger) throws IOException, InterruptedException {
        while (!Files.exists(ledger) || Files.size(ledger) < 100) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("%s did not begin; see %s".formatted(sdk, log));
            }
        }
    }

    /** Tells it to give the SDK nothing more. */
    void end() throws IOException {
        process.getOutputStream().close();
    }

    /** Waits until everything that the SDK was given was taken or given up. */
    void await() throws InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException("%s did not end; see %s".formatted(sdk, log));
        }
    }

    private static void run(Path room, String... command) throws IOException, InterruptedException {
        if (process(room, command).start().waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }

    private static ProcessBuilder process(Path room, String... command) {
        return new ProcessBuilder(command)
                .directory(room.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
