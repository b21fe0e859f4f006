package io.itinera.journeys.domain.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with a plan while it is read. */
final class FlawList {
    private final List<Flaw> flaws = new ArrayList<>();

    void add(@Nullable String node, String path, String code, String message) {
        flaws.add(new Flaw(node, path, code, message));
    }

    /** Adds a flaw unless what must hold does. */
    void require(boolean holds, @Nullable String node, String path, String code, String message) {
        if (!holds) {
            add(node, path, code, message);
        }
    }

    List<Flaw> all() {
        return List.copyOf(flaws);
    }
}
