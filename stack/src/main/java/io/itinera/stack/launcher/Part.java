package io.itinera.stack.launcher;

import io.itinera.stack.process.Child;
import io.itinera.stack.process.Home;
import io.itinera.stack.process.Readiness;
import java.io.IOException;
import java.util.Set;

/**
 * One process of a running Itinera.
 *
 * @param needs the names of the parts that must be ready before this one starts
 * @param health whether it does its work now
 */
public record Part(String name, Kind kind, Set<String> needs, Start start, Readiness health) {

    /** What a part is; in the order in which they start, the reverse of which is how they stop. */
    public enum Kind {
        SERVER,
        SERVICE,
        SHOP
    }

    /** Starts the process and returns when it is ready. */
    @FunctionalInterface
    public interface Start {
        Child start(Home home) throws IOException, InterruptedException;
    }

    public Part {
        needs = Set.copyOf(needs);
    }
}
