package io.itinera.loadtests.checker;

import io.itinera.loadtests.checker.Sighting.Slot;
import io.itinera.loadtests.checker.Sighting.Times;
import io.itinera.loadtests.ledger.Account;
import io.itinera.loadtests.ledger.Sent;
import java.util.HashMap;
import java.util.Map;

/** One topic: which events stand there how often and where, and the order of each customer's. */
final class Place {
    /** By so much an SDK's word on its clock may move an event before the moment we know of. */
    private static final long SDK_CLOCK_MS = 60_000;

    private final String name;
    private final Findings findings;
    private final Map<String, Integer> copies = new HashMap<>();
    private final Map<String, Long> newest = new HashMap<>();
    private final Map<String, Integer> partitions = new HashMap<>();
    private final OneToOne sources = new OneToOne();

    Place(String name, Findings findings) {
        this.name = name;
        this.findings = findings;
    }

    boolean has(String id) {
        return copies.containsKey(id);
    }

    /**
     * An event here.
     *
     * @param copiesAllowed how often it may stand here
     * @param key what its record's key must be
     */
    void see(Sighting seen, Account account, int copiesAllowed, String key) {
        Sent sent = account.sent();
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
        if (!sources.agrees(sent.workspace(), seen.source())) {
            add(Finding.WRONG_SOURCE, sent, seen.source());
        }
        place(seen.slot(), sent, key);
        time(seen.times(), account);
        if (copy == 1) {
            first(sent);
        }
    }

    private void place(Slot slot, Sent sent, String key) {
        Integer before = partitions.putIfAbsent(slot.key(), slot.partition());
        if (!slot.key().equals(key)) {
            add(Finding.WRONG_KEY, sent, "under %s, not %s".formatted(slot.key(), key));
        }
        if (before != null && before != slot.partition()) {
            add(
                    Finding.WRONG_KEY,
                    sent,
                    "in partitions %d, %d".formatted(before, slot.partition()));
        }
    }

    private void time(Times seen, Account account) {
        long sent = account.sent().atMs();
        boolean isThen =
                account.isDatedExactly()
                        ? seen.occurredAtMs() == sent
                        : seen.occurredAtMs() >= sent - SDK_CLOCK_MS;
        boolean isPast = seen.receivedAtMs() >= sent && seen.occurredAtMs() <= seen.receivedAtMs();
        if (!isThen || !isPast || seen.historic()) {
            add(Finding.WRONG_TIME, account.sent(), "%s, sent at %d".formatted(seen, sent));
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
