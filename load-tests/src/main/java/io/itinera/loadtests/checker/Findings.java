package io.itinera.loadtests.checker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All that was found, counted; and a few of each, named. */
final class Findings {
    private static final long EXAMPLES_OF_EACH = 5;

    private final Map<Finding, Long> counts = new EnumMap<>(Finding.class);
    private final List<String> examples = new ArrayList<>();

    void add(Finding finding, String what) {
        if (counts.merge(finding, 1L, Long::sum) <= EXAMPLES_OF_EACH) {
            examples.add(finding + " " + what);
        }
    }

    Map<Finding, Long> counts() {
        return counts;
    }

    List<String> examples() {
        return examples;
    }
}
