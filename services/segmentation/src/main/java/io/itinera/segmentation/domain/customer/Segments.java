package io.itinera.segmentation.domain.customer;

import io.itinera.contracts.activity.ActivityCause;
import io.itinera.segmentation.domain.rules.Rulebook;
import io.itinera.segmentation.domain.rules.SegmentRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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

    /**
     * Those of which time may say something else by a moment. A standing with another version than
     * the book's is left to that version's computation.
     */
    List<SegmentRule> due(Customer customer, Changes changes, Instant moment) {
        List<SegmentRule> due = new ArrayList<>();
        customer.standings()
                .forEach(
                        (segment, standing) -> {
                            if (standing.changesAt() == null
                                    || standing.changesAt().isAfter(moment)) {
                                return;
                            }
                            SegmentRule rule = rules.segment(workspace, segment);
                            if (rule != null && rule.version() == standing.version()) {
                                due.add(rule);
                            } else {
                                changes.memberships().leave(segment, standing);
                            }
                        });
        return due;
    }
}
