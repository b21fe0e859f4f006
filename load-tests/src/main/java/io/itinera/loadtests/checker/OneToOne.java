package io.itinera.loadtests.checker;

import java.util.HashMap;
import java.util.Map;

/** Whether one name always goes with the same other, both ways. */
final class OneToOne {
    private final Map<String, String> there = new HashMap<>();
    private final Map<String, String> back = new HashMap<>();

    boolean agrees(String one, String other) {
        String was = there.putIfAbsent(one, other);
        String whose = back.putIfAbsent(other, one);
        return (was == null || was.equals(other)) && (whose == null || whose.equals(one));
    }
}
