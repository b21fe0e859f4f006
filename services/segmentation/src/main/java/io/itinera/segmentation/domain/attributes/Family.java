package io.itinera.segmentation.domain.attributes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How an attribute lies among a workspace's others. */
public final class Family {
    /** How many attributes of a workspace hold at once. */
    public static final int MAX = 50;

    private Family() {}

    /**
     * What speaks against publishing an attribute beside others; empty when nothing does.
     *
     * @param id the attribute
     * @param formula its formula
     * @param others the formulas that hold, by the ids of their attributes
     */
    public static List<String> objections(String id, Formula formula, Map<String, Formula> others) {
        Map<String, Formula> all = new HashMap<>(others);
        all.put(id, formula);
        List<String> objections = new ArrayList<>();
        if (all.size() > MAX) {
            objections.add("a workspace has at most " + MAX + " published attributes");
        }
        for (Map.Entry<String, Formula> other : others.entrySet()) {
            for (String trait : other.getValue().makes()) {
                if (!other.getKey().equals(id) && formula.makes().contains(trait)) {
                    objections.add("another attribute makes the trait " + trait);
                }
            }
        }
        if (leadsBack(id, id, all, new HashSet<>())) {
            objections.add("an attribute cannot build on itself, not even by others");
        }
        return objections;
    }

    /** Whether what an attribute makes is, by whatever way, what it builds on. */
    private static boolean leadsBack(
            String from, String to, Map<String, Formula> all, Set<String> seen) {
        Formula formula = all.get(from);
        if (formula == null || !seen.add(from)) {
            return false;
        }
        for (Map.Entry<String, Formula> above : all.entrySet()) {
            boolean builds =
                    above.getValue().mentions().stream().anyMatch(formula.makes()::contains);
            if (builds && (above.getKey().equals(to) || leadsBack(above.getKey(), to, all, seen))) {
                return true;
            }
        }
        return false;
    }
}
