package io.itinera.segmentation.store;

import io.itinera.kit.streams.StoreKey;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.identity.Named;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps the lookups in step with the customers. */
public final class LookupStore {
    /** So many segments' numbers of members are remembered, about half a megabyte. */
    static final int MOST_COUNTS = 4_096;

    private static final byte[] PRESENT = {1};

    private final KeyValueStore<Bytes, byte[]> store;
    private final LookupView view;
    private final Map<String, Recents> recents = new HashMap<>();
    private final Set<String> changedRecents = new HashSet<>();
    private final Map<Bytes, Long> counts = new HashMap<>();

    /** Where the agenda is read from, so that fired entries are not walked over again. */
    private Bytes agenda = StoreKey.of(LookupView.DUE).bytes();

    public LookupStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        this.view = new LookupView(store);
    }

    /** The same, to be read. */
    public LookupView view() {
        return view;
    }

    /** Follows a customer's change. */
    public void follow(Customer before, Customer after) {
        followMemberships(before, after);
        before.identities()
                .each(
                        (name, _) -> {
                            if (!after.identities().has(name)) {
                                store.delete(identityKey(before, name));
                            }
                        });
        after.identities()
                .each(
                        (name, _) -> {
                            if (!before.identities().has(name)) {
                                store.put(identityKey(after, name), PRESENT);
                            }
                        });
    }

    private static Bytes identityKey(Customer customer, Named name) {
        return LookupView.identityKey(
                customer.workspace(), name.kind(), name.value(), customer.id());
    }

    /**
     * Sees to it that the agenda names a customer when time may change something about them, or
     * before that: what is put off is found to be early when it comes, which for somebody who comes
     * again and again is written less often than each time that they come.
     *
     * @param planned when it names them; null for never
     * @return when it does now
     */
    @Nullable Instant plan(@Nullable Instant planned, Customer who) {
        Instant wakes = who.wakesAt().orElse(null);
        if (planned != null && (wakes == null || !wakes.isBefore(planned))) {
            return planned;
        }
        unplan(planned, who);
        if (wakes != null) {
            Bytes key = dueKey(wakes, who);
            store.put(key, PRESENT);
            if (key.compareTo(agenda) < 0) {
                agenda = key;
            }
        }
        return wakes;
    }

    /** Takes a customer off the agenda. */
    void unplan(@Nullable Instant planned, Customer who) {
        if (planned != null) {
            store.delete(dueKey(planned, who));
        }
    }

    private static Bytes dueKey(Instant at, Customer who) {
        return new LookupView.Due(at, who.workspace(), who.id()).key();
    }

    private void followMemberships(Customer before, Customer after) {
        List<String> was = before.memberships();
        List<String> is = after.memberships();
        if (was.equals(is)) {
            return;
        }
        Set<String> entered = new TreeSet<>(is);
        was.forEach(entered::remove);
        for (String segment : entered) {
            store.put(memberKey(after, segment), PRESENT);
            count(after.workspace(), segment, 1);
        }
        Set<String> left = new TreeSet<>(was);
        is.forEach(left::remove);
        for (String segment : left) {
            store.delete(memberKey(after, segment));
            count(after.workspace(), segment, -1);
        }
    }

    private static Bytes memberKey(Customer customer, String segment) {
        return LookupView.memberKey(customer.workspace(), segment, customer.id());
    }

    private void count(String workspace, String segment, int change) {
        Bytes key = LookupView.membersKey(workspace, segment);
        Long before = counts.get(key);
        long count = (before == null ? view.memberCount(workspace, segment) : before) + change;
        if (counts.size() == MOST_COUNTS) {
            counts.clear();
        }
        counts.put(key, count);
        store.put(key, ByteBuffer.allocate(Long.BYTES).putLong(count).array());
    }

    /** The next change that is due up to a moment. */
    public Optional<LookupView.Due> nextDue(Instant upTo) {
        return view.firstDue(agenda, upTo);
    }

    /** Takes a due change off the agenda. */
    public void fired(LookupView.Due due) {
        agenda = due.key();
        store.delete(agenda);
    }

    /** Notes that a customer was seen; it is kept at the next {@link #flush}. */
    public void seen(String workspace, UUID customer, Instant at) {
        recents(workspace).add(customer, at);
        changedRecents.add(workspace);
    }

    /** Lets go of a customer who became another, or nobody; it is kept at once. */
    public void gone(String workspace, UUID customer) {
        recents(workspace).remove(customer);
        changedRecents.remove(workspace);
        store.put(LookupView.recentKey(workspace), recents(workspace).pack());
    }

    private Recents recents(String workspace) {
        return recents.computeIfAbsent(workspace, any -> new Recents(view.recent(workspace)));
    }

    /** Writes down who was seen since the last time: once a second is often enough for a list. */
    public void flush() {
        for (String workspace : changedRecents) {
            store.put(LookupView.recentKey(workspace), recents(workspace).pack());
        }
        changedRecents.clear();
    }
}
