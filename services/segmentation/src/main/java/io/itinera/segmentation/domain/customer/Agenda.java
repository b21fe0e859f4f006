package io.itinera.segmentation.domain.customer;

import io.itinera.contracts.activity.ActivityCause;
import io.itinera.segmentation.domain.rules.Rulebook;
import io.itinera.segmentation.domain.rules.SegmentRule;
import java.util.Collection;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;

/**
 * Asks segments, and those that mention one that was entered or left by it, and so on. A segment is
 * asked after all that it mentions, and so once.
 */
final class Agenda {
    private Agenda() {}

    static void ask(
            Rulebook rules,
            String workspace,
            Collection<SegmentRule> touched,
            Memberships memberships,
            Asked asked,
            ActivityCause cause) {
        if (touched.isEmpty()) {
            return;
        }
        NavigableSet<SegmentRule> agenda = rules.agenda(workspace);
        agenda.addAll(touched);
        Set<String> done = new HashSet<>();
        while (!agenda.isEmpty()) {
            SegmentRule rule = agenda.pollFirst();
            boolean turned = memberships.ask(rule, asked, asked.now(), cause);
            done.add(rule.segment());
            if (turned) {
                rules.mentioning(workspace, rule.segment()).stream()
                        .filter(mentioning -> !done.contains(mentioning.segment()))
                        .forEach(agenda::add);
            }
        }
    }
}
