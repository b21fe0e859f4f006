package io.itinera.stack.launcher;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a person how far a start or a stop is: a line for each thing done, and on a terminal also
 * what is being waited for. Writes to standard error, which leaves standard output to results.
 */
public final class Progress {

    private static final String[] WHEEL = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};
    private static final Duration TURN = Duration.ofMillis(120);
    private static final String ERASE_LINE = "\r\u001b[2K";

    private final PrintStream out;
    private final boolean terminal;
    private final long startedAt = System.nanoTime();
    private final Set<String> waitingFor = new LinkedHashSet<>();
    private int turns;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        if (terminal) {
            Thread.ofVirtual().name("progress").start(this::turn);
        }
    }

    /** Progress that a person at a terminal, or a log, can follow. */
    public static Progress onStandardError() {
        return new Progress(
                System.err,
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
    }

    /** Tells something that is no progress of one thing. */
    public synchronized void say(String line) {
        erase();
        out.println(line);
    }

    synchronized void begin(String name) {
        waitingFor.add(name);
    }

    /** The thing is done; {@code how} says with what result. */
    synchronized void done(String name, String how, Duration took) {
        waitingFor.remove(name);
        say(
                String.format(
                        Locale.ROOT, "  ✓ %-14s %s (%.1f s)", name, how, took.toMillis() / 1000.0));
    }

    synchronized void failed(String name, String how) {
        waitingFor.remove(name);
        say("  ✗ %-14s %s".formatted(name, how));
    }

    private void turn() {
        try {
            while (true) {
                Thread.sleep(TURN);
                show();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void show() {
        if (waitingFor.isEmpty()) {
            return;
        }
        turns++;
        long seconds = Duration.ofNanos(System.nanoTime() - startedAt).toSeconds();
        erase();
        out.printf(
                Locale.ROOT,
                "  %s %s (%d s)",
                WHEEL[turns % WHEEL.length],
                String.join(", ", waitingFor),
                seconds);
        out.flush();
    }

    private void erase() {
        if (terminal) {
            out.print(ERASE_LINE);
        }
    }
}
