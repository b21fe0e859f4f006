package io.itinera.loadtests.checker;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the audits of all slices of one ledger come to together. */
public final class Slices {
    private Judgement sum = Judgement.none();
    private @Nullable Set<String> strangers;

    /** One more, that is told nothing any more. */
    public void add(Audit audit) {
        sum = sum.and(audit.judge());
        if (strangers == null) {
            strangers = new HashSet<>(audit.strangers());
        } else {
            strangers.retainAll(audit.strangers());
        }
    }

    /** The judgement of all. What stands in quarantine and no slice knows was sent by nobody. */
    public Judgement judge() {
        if (strangers == null || strangers.isEmpty()) {
            return sum;
        }
        return sum.and(
                new Judgement(
                        0,
                        0,
                        0,
                        0,
                        0,
                        Map.of(Finding.INVENTED, (long) strangers.size()),
                        List.of("%s on quarantine: %s".formatted(Finding.INVENTED, strangers))));
    }
}
