package io.itinera.journeys.domain.recipe;

import java.util.Map;
import java.util.TreeMap;

/** Values that a recipe cannot be filled in with. */
public final class InvalidParameters extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> wrong;

    InvalidParameters(Map<String, String> wrong) {
        super("cannot be filled in: " + new TreeMap<>(wrong));
        this.wrong = Map.copyOf(wrong);
    }

    /** What is wrong, by the parameter's name. */
    public Map<String, String> wrong() {
        return wrong;
    }
}
