package io.itinera.segmentation.domain.customer;

import io.itinera.contracts.activity.ActivityCause;
import io.itinera.segmentation.domain.rules.Rulebook;
import io.itinera.segmentation.domain.rules.SegmentRule;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.NavigableSet;
import java.util.Set;

/**
 * A workspace's segments, asked about a customer: no more of them than what changed can touch.
 *
 * @param rules what holds
 * @param workspace the tenant
 */
record Segments(Rulebook rules, String workspace) {

    /** Those that events of these names, or what changed, can touch. */
    Set<SegmentRule> touched(Collection<String> events, Changes changes) {
        Set<String> traits = changes.facts().changed().keySet();
        Set<SegmentRule> touched = new LinkedHashSet<>(rules.touched(workspace, traits));
        events.forEach(event -> touched.addAll(rules.touched(workspace, event, Set.of())));
        touched.addAll(rules.asking(workspace, changes.itinerary().changed()));
        return touched;
    }

    /**
     * Asks segments, and those that mention one that was entered or left by it, and so on. A
     * segment is asked after all that it mentions, and so once.
     */
    void ask(Collection<SegmentRule> touched, Changes changes, Asked asked, ActivityCause cause) {
        if (touched.isEmpty()) {
            return;
        }
        NavigableSet<SegmentRule> agenda = rules.agenda(workspace);
        agenda.addAll(touched);
        Set<String> done = new HashSet<>();
        while (!agenda.isEmpty()) {
            SegmentRule rule = agenda.pollFirst();
            boolean turned = changes.memberships().ask(rule, asked, asked.now(), cause);
            done.add(rule.segment());
            if (turned) {
                rules.mentioning(workspace, rule.segment()).stream()
                        .filter(mentioning -> !done.contains(mentioning.segment()))
                        .forEach(agenda::add);
            }
        }
    }
}
