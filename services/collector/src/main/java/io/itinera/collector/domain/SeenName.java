package io.itinera.collector.domain;

import io.itinera.contracts.settings.Source;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What events are counted under.
 *
 * @param workspace the tenant
 * @param source where from
 * @param name their name on the events topic; empty for events without one
 */
public record SeenName(String workspace, UUID source, String name) {
    /** Under this name stand the events of all names that are too many to be told apart. */
    public static final String OTHERS = "$other";

    private static final int MAX_LENGTH = 200;

    /** Where an event of this name counts. */
    public static SeenName of(String name, Source source) {
        return new SeenName(source.workspace(), source.id(), name);
    }

    /** The same place among those that are not told apart. */
    public SeenName among() {
        return new SeenName(workspace, source, OTHERS);
    }

    /** The name that a verdict's event counts under. */
    public static String nameOf(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> accepted.event().name();
            case Verdict.Refused refused -> countable(refused.retrial().name());
        };
    }

    /** A refused event may be called anything, also what nothing can store. */
    private static String countable(@Nullable String name) {
        return name == null
                        || name.length() > MAX_LENGTH
                        || name.codePoints().anyMatch(it -> it == 0 || isSurrogate(it))
                ? ""
                : name;
    }

    private static boolean isSurrogate(int unit) {
        return unit >= Character.MIN_SURROGATE && unit <= Character.MAX_SURROGATE;
    }
}
