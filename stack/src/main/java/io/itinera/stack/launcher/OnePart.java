package io.itinera.stack.launcher;

import io.itinera.stack.process.Child;
import io.itinera.stack.process.Home;
import io.itinera.stack.process.RunRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Starting and stopping one process of an Itinera that runs. */
final class OnePart {

    private final Home home;
    private final Parts parts;
    private final Progress progress = Progress.onStandardError();

    private OnePart(Home home, Parts parts) {
        this.home = home;
        this.parts = parts;
    }

    /**
     * The parts of the Itinera in this home.
     *
     * @throws Refusal if it was never started or nothing of it runs
     */
    static OnePart in(Home home) throws IOException {
        Optional<Ports> ports = Ports.load(home);
        boolean runs = RunRecord.readAll(home.run()).stream().anyMatch(it -> it.live().isPresent());
        if (ports.isEmpty() || !runs) {
            throw new Refusal("Itinera is not running. ./itinera up starts it.");
        }
        Settings settings = new Settings(home, ports.get(), Secrets.loadOrMake(home));
        return new OnePart(home, Parts.of(settings).withSeconds(settings));
    }

    void start(String name) {
        Part part = parts.named(name);
        Optional<Child> running = Child.find(home, name);
        if (running.isPresent()) {
            progress.say("%s runs already, pid %d.".formatted(name, running.get().handle().pid()));
            return;
        }
        new StartUp(home, progress).run(List.of(part));
    }

    void stop(String name, Manner manner) throws IOException, InterruptedException {
        parts.named(name);
        Optional<Child> running = Child.find(home, name);
        if (running.isEmpty()) {
            RunRecord.forget(home.run(), name);
            progress.say(name + " does not run.");
            return;
        }
        switch (manner) {
            case IN_ORDER -> new Shutdown(home, progress).one(name);
            case KILL -> {
                running.get().kill();
                progress.say("  ✓ %-14s killed".formatted(name));
            }
        }
    }

    /** How to stop. */
    enum Manner {
        IN_ORDER,
        KILL;

        static Manner of(boolean kill) {
            return kill ? KILL : IN_ORDER;
        }
    }
}
