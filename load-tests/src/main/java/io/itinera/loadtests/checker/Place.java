package io.itinera.loadtests.checker;

import io.itinera.loadtests.ledger.Sent;
import java.util.HashMap;
import java.util.Map;

/** One topic: which events stand there how often, and the order of each customer's. */
final class Place {
    private final String name;
    private final Findings findings;
    private final Map<String, Integer> copies = new HashMap<>();
    private final Map<String, Long> newest = new HashMap<>();

    Place(String name, Findings findings) {
        this.name = name;
        this.findings = findings;
    }

    boolean has(String id) {
        return copies.containsKey(id);
    }

    void see(Sighting seen, Sent sent, int copiesAllowed) {
        int copy = copies.merge(sent.id(), 1, Integer::sum);
        if (copy > copiesAllowed) {
            add(Finding.REPEATED, sent, "%d times, %d allowed".formatted(copy, copiesAllowed));
        }
        if (!seen.workspace().equals(sent.workspace())) {
            add(Finding.WRONG_WORKSPACE, sent, seen.workspace());
        }
        if (!seen.customer().equals(sent.customer())) {
            add(Finding.WRONG_CUSTOMER, sent, seen.customer());
        }
        if (!seen.hash().equals(sent.hash())) {
            add(Finding.CHANGED, sent, "");
        }
        if (copy == 1) {
            first(sent);
        }
    }

    /** Copies say nothing of the order: they are repeats of what was sorted in already. */
    private void first(Sent sent) {
        String customer = sent.workspace() + "|" + sent.customer();
        long before = newest.getOrDefault(customer, Long.MIN_VALUE);
        if (sent.sequence() < before) {
            add(
                    Finding.OUT_OF_ORDER,
                    sent,
                    "number %d after %d".formatted(sent.sequence(), before));
        }
        newest.put(customer, Math.max(before, sent.sequence()));
    }

    private void add(Finding finding, Sent sent, String how) {
        findings.add(
                finding,
                "%s of %s on %s %s".formatted(sent.id(), sent.customer(), name, how).strip());
    }
}
