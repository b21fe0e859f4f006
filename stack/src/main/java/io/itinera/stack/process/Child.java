package io.itinera.stack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that was started from a {@link Launch} or found by its record. */
public final class Child {

    private static final Duration POLL = Duration.ofMillis(50);

    private static final File NOTHING = new File("/dev/null");

    private final Home home;
    private final RunRecord record;
    private final ProcessHandle handle;

    private Child(Home home, RunRecord record, ProcessHandle handle) {
        this.home = home;
        this.record = record;
        this.handle = handle;
    }

    /** Starts the process in a session of its own, so that a Ctrl-C reaches the launcher alone. */
    public static Child start(Home home, Launch launch) throws IOException {
        LogFile log = new LogFile(home.log(launch.name()));
        log.prepare();
        StopIntent.withdraw(home, launch.name());
        Files.createDirectories(home.data(launch.name()));
        List<String> command = new ArrayList<>(Session.PREFIX);
        command.addAll(launch.command());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(home.data(launch.name()).toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(NOTHING))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()))
                        .redirectErrorStream(true);
        builder.environment().putAll(launch.environment());
        ProcessHandle handle = builder.start().toHandle();
        RunRecord record = RunRecord.of(launch, handle, log.path());
        record.write(home.run());
        return new Child(home, record, handle);
    }

    /** The process that a record of this home names, if it still runs. */
    public static Optional<Child> find(Home home, String name) {
        return RunRecord.read(home.run(), name)
                .flatMap(it -> it.live().map(handle -> new Child(home, it, handle)));
    }

    public String name() {
        return record.name();
    }

    public RunRecord record() {
        return record;
    }

    public ProcessHandle handle() {
        return handle;
    }

    public LogFile log() {
        return new LogFile(home.log(record.name()));
    }

    /**
     * Waits until the process is ready.
     *
     * @throws StartFailed if it ends before, or is not ready in time
     */
    public void awaitReady(Readiness readiness, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!readiness.reached()) {
            if (!handle.isAlive()) {
                throw StartFailed.of(name(), name() + " ended while it was starting.", log());
            }
            if (System.nanoTime() > deadline) {
                String what =
                        "%s was not ready after %d s.".formatted(name(), patience.toSeconds());
                throw StartFailed.of(name(), what, log());
            }
            Thread.sleep(POLL);
        }
    }

    /** Asks the process to end, and ends it when it has not after {@code patience}. */
    public StopOutcome stop(Duration patience) throws IOException, InterruptedException {
        StopIntent.declare(home, name());
        signal(record.stopSignal().name());
        if (ended(patience)) {
            forget();
            return StopOutcome.IN_ORDER;
        }
        kill();
        return StopOutcome.KILLED;
    }

    /** Ends the process at once (kill -9) and waits until it is gone. */
    public void kill() throws IOException, InterruptedException {
        StopIntent.declare(home, name());
        List<ProcessHandle> family = handle.descendants().toList();
        handle.destroyForcibly();
        for (ProcessHandle member : family) {
            member.destroyForcibly();
        }
        ended(Duration.ofSeconds(30));
        forget();
    }

    private void forget() throws IOException {
        record.delete(home.run());
        StopIntent.withdraw(home, name());
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(handle.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private boolean ended(Duration patience) throws InterruptedException {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
