package io.itinera.loadtests.checker;

import io.itinera.loadtests.ledger.Account;
import io.itinera.loadtests.ledger.Outcome;
import io.itinera.loadtests.ledger.Sent;
import io.itinera.loadtests.ledger.Slice;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The judge: is told every event that stands somewhere, in its topic's order, and says in the end
 * which promises were broken. Knows the ledger and nothing else; pure.
 *
 * <p>Of a topic, it must be told all of the ledger's workspaces, and in any workspace the events
 * with an id of the ledger.
 */
public final class Audit {
    private final Map<String, Account> ledger;
    private final Reach reach;
    private final Slice slice;
    private final Set<String> strangers = new HashSet<>();
    private final Map<String, Account> byHash = new HashMap<>();
    private final Set<String> workspaces = new HashSet<>();
    private final Findings findings = new Findings();
    private final Place events;
    private final Place activity;
    private final Map<String, Integer> aside = new HashMap<>();
    private final OneToOne people = new OneToOne();

    /**
     * Of what these senders wrote down, by id.
     *
     * @param reach how far it is told of their events
     */
    public Audit(Map<String, Account> ledger, Reach reach) {
        this(ledger, reach, Slice.WHOLE);
    }

    /**
     * Of what these senders wrote down of some customers, by id.
     *
     * @throws IllegalArgumentException when that is not everybody and they are followed to {@code
     *     activity}, where nothing says before it is read whose it is
     */
    public Audit(Map<String, Account> ledger, Reach reach, Slice slice) {
        if (reach == Reach.ACTIVITY && !slice.isWhole()) {
            throw new IllegalArgumentException("activity is judged whole");
        }
        this.ledger = ledger;
        this.reach = reach;
        this.slice = slice;
        this.events = new Place("events", findings);
        this.activity = new Place("activity", findings);
        for (Account account : ledger.values()) {
            byHash.put(account.sent().hash(), account);
            workspaces.add(account.sent().workspace());
        }
    }

    /** Whether it must be told of the event in this record of {@code events}. */
    boolean judges(String key) {
        return slice.has(key);
    }

    /** Hashes of what stands in quarantine and was sent by nobody in this slice. */
    Set<String> strangers() {
        return Set.copyOf(strangers);
    }

    /**
     * An event on {@code events}: as often as it was sent at most, for repeats are sorted out
     * later.
     */
    public void onEvents(Sighting seen) {
        Account account = known(seen.id(), seen.workspace(), "events");
        if (account != null) {
            Sent sent = account.sent();
            events.see(seen, account, account.copiesAllowed(), sent.key());
            if (seen.slot().timestampMs() != seen.times().receivedAtMs()) {
                findings.add(Finding.WRONG_TIME, sent.id() + " under another time than its own");
            }
        }
    }

    /** An event on {@code activity}: once. */
    public void onActivity(Sighting seen) {
        Account account = known(seen.id(), seen.workspace(), "activity");
        if (account == null) {
            return;
        }
        Sent sent = account.sent();
        activity.see(seen, account, 1, sent.workspace() + "|" + seen.person());
        if (!people.agrees(sent.workspace() + "|" + sent.customer(), seen.person())) {
            findings.add(
                    Finding.WRONG_CUSTOMER,
                    "%s of %s is counted for %s"
                            .formatted(sent.id(), sent.customer(), seen.person()));
        }
    }

    /** An event in {@code quarantine}. */
    public void onQuarantine(Aside seen) {
        Account match = byHash.getOrDefault(seen.bytesHash(), ledger.get(seen.id()));
        if (match == null && !slice.isWhole()) {
            strange(seen);
            return;
        }
        Account account =
                match == null
                        ? known(seen.id(), seen.workspace(), "quarantine")
                        : known(match.sent().id(), seen.workspace(), "quarantine");
        if (account == null) {
            return;
        }
        Sent sent = account.sent();
        if (aside.merge(sent.id(), 1, Integer::sum) > account.copiesAllowed()) {
            findings.add(Finding.REPEATED, sent.id() + " in quarantine");
        }
        if (!sent.workspace().equals(seen.workspace())) {
            findings.add(Finding.WRONG_WORKSPACE, sent.id() + " in quarantine");
        }
        if (!sent.hash().equals(seen.bytesHash()) && !sent.hash().equals(seen.payloadHash())) {
            findings.add(Finding.CHANGED, sent.id() + " in quarantine");
        }
    }

    /**
     * Events that must still come out: they were promised, or stand on {@code events} and are
     * followed further.
     */
    public long outstanding() {
        return ledger.values().stream().filter(this::isOutstanding).count();
    }

    private boolean isOutstanding(Account account) {
        String id = account.sent().id();
        if (aside.containsKey(id) || activity.has(id)) {
            return false;
        }
        return switch (reach) {
            case EVENTS -> account.best().isPromise() && !events.has(id);
            case ACTIVITY -> account.best().isPromise() || events.has(id);
        };
    }

    /** The judgement; nothing may be told after it. */
    public Judgement judge() {
        long taken = 0;
        long unknown = 0;
        long waiting = 0;
        long processed = 0;
        long quarantined = 0;
        for (Account account : ledger.values()) {
            String id = account.sent().id();
            place(account, id);
            boolean isAside = aside.containsKey(id);
            if (!account.best().isPromise()) {
                unknown += events.has(id) || activity.has(id) || isAside ? 1 : 0;
                continue;
            }
            taken++;
            processed += activity.has(id) ? 1 : 0;
            waiting += events.has(id) && !activity.has(id) ? 1 : 0;
            quarantined += isAside ? 1 : 0;
        }
        if (taken != processed + waiting + quarantined) {
            findings.add(
                    Finding.UNBALANCED,
                    "%d taken, %d processed, %d waiting, %d quarantined"
                            .formatted(taken, processed, waiting, quarantined));
        }
        return new Judgement(
                taken,
                processed,
                waiting,
                quarantined,
                unknown,
                findings.counts(),
                findings.examples());
    }

    private void place(Account account, String id) {
        boolean isAside = aside.containsKey(id);
        boolean stands = events.has(id) || activity.has(id);
        if (isAside && stands) {
            findings.add(Finding.IN_TWO_PLACES, id);
        }
        switch (account.best()) {
            case ACKED -> {
                if (!stands) {
                    findings.add(Finding.LOST, id);
                } else if (!activity.has(id)) {
                    waits(id);
                } else if (!events.has(id)) {
                    findings.add(Finding.INVENTED, id + " came out and never went in");
                }
            }
            case REJECTED -> {
                if (!isAside) {
                    findings.add(Finding.LOST_ASIDE, id);
                }
            }
            case REFUSED, UNKNOWN -> {}
        }
    }

    private void waits(String id) {
        if (reach == Reach.ACTIVITY) {
            findings.add(Finding.WAITING, id);
        }
    }

    /** Another slice may know it. */
    private void strange(Aside seen) {
        if (workspaces.contains(seen.workspace())) {
            strangers.add(seen.bytesHash());
        }
    }

    private @Nullable Account known(String id, String workspace, String where) {
        Account account = ledger.get(id);
        if (account == null) {
            if (workspaces.contains(workspace)) {
                findings.add(Finding.INVENTED, "'%s' on %s".formatted(id, where));
            }
            return null;
        }
        if (account.best() == Outcome.REFUSED) {
            findings.add(Finding.KEPT_THOUGH_REFUSED, id + " on " + where);
        }
        return account;
    }
}
