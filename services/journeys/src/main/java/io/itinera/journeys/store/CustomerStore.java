package io.itinera.journeys.store;

import io.itinera.journeys.domain.Customer;
import io.itinera.journeys.domain.Enrollment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The customers that must be remembered: an index of each, their runs one by one, and apart from
 * those the profile, which is large and changes with every event.
 */
public final class CustomerStore {
    private final KeyValueStore<Bytes, byte[]> index;
    private final KeyValueStore<Bytes, byte[]> enrollments;
    private final KeyValueStore<Bytes, byte[]> profiles;
    private final TimerStore timers;

    /** Over these state stores. */
    public CustomerStore(
            KeyValueStore<Bytes, byte[]> index,
            KeyValueStore<Bytes, byte[]> enrollments,
            KeyValueStore<Bytes, byte[]> profiles,
            TimerStore timers) {
        this.index = index;
        this.enrollments = enrollments;
        this.profiles = profiles;
        this.timers = timers;
    }

    /** What is remembered of a customer; a stranger when nothing is. */
    public Remembered load(CustomerKey who) {
        return new CustomerReader(index, enrollments, profiles).load(who);
    }

    /**
     * Writes what changed.
     *
     * @param before as loaded
     * @param after as it is now
     * @param due when time alone will do something to them next; absent for never
     */
    public void save(Remembered before, Customer after, @Nullable Instant due) {
        Bytes key = Key.customer(after.workspace(), after.id());
        if (after.forgettable() && !before.known()) {
            return;
        }
        List<KeyValue<Bytes, byte[]>> runs = changedRuns(key, before, after);
        boolean profiled = profileChanged(before, after);
        byte[] profile = profiled ? ProfileCodec.write(after.profile()) : null;
        enrollments.putAll(runs);
        saveProfile(key, before, after, profile);
        Instant timer = saveTimer(key, before.timer(), due);
        saveIndex(key, before, after, timer);
    }

    private void saveIndex(Bytes key, Remembered before, Customer after, @Nullable Instant timer) {
        if (after.forgettable()) {
            index.delete(key);
            return;
        }
        List<UUID> ids = ids(after);
        boolean same =
                before.known()
                        && ids.equals(ids(before.customer()))
                        && after.past().equals(before.customer().past())
                        && Objects.equals(timer, before.timer());
        if (!same) {
            index.put(
                    key,
                    PolicyCodec.write(
                            new PolicyCodec.Index(
                                    ids, after.past(), timer, before.unknownOfIndex())));
        }
    }

    private static List<UUID> ids(Customer customer) {
        return customer.enrollments().stream().map(Enrollment::id).toList();
    }

    /** Packed before anything is written: what cannot be packed must not leave half a customer. */
    private static List<KeyValue<Bytes, byte[]>> changedRuns(
            Bytes key, Remembered before, Customer after) {
        Map<UUID, Enrollment> old = new HashMap<>();
        before.customer().enrollments().forEach(run -> old.put(run.id(), run));
        List<KeyValue<Bytes, byte[]>> changed = new ArrayList<>();
        for (Enrollment run : after.enrollments()) {
            if (!run.equals(old.remove(run.id()))) {
                Bytes unknown = before.unknown().getOrDefault(run.id(), EnrollmentCodec.NOTHING);
                byte[] packed = EnrollmentCodec.write(run, unknown);
                changed.add(KeyValue.pair(Key.under(key, run.id()), packed));
            }
        }
        old.keySet().forEach(gone -> changed.add(KeyValue.pair(Key.under(key, gone), null)));
        return changed;
    }

    private static boolean profileChanged(Remembered before, Customer after) {
        boolean kept = !before.customer().enrollments().isEmpty();
        return !after.enrollments().isEmpty()
                && !(kept && after.profile().equals(before.customer().profile()));
    }

    /** Only who is in a journey is asked about, so only theirs is kept. */
    private void saveProfile(
            Bytes key, Remembered before, Customer after, byte @Nullable [] packed) {
        if (packed != null) {
            profiles.put(key, packed);
        } else if (after.enrollments().isEmpty() && !before.customer().enrollments().isEmpty()) {
            profiles.delete(key);
        }
    }

    private @Nullable Instant saveTimer(
            Bytes key, @Nullable Instant stands, @Nullable Instant due) {
        if (Objects.equals(stands, due)) {
            return stands;
        }
        if (stands != null) {
            timers.clear(key, stands);
        }
        return due == null ? null : timers.set(key, due);
    }

    /** The customers of a workspace after a key, at most so many, in the order of their keys. */
    public List<CustomerKey> after(String workspace, @Nullable Bytes after, int atMost) {
        Bytes first = Key.text(workspace + "|");
        Bytes from = after == null ? first : after;
        List<CustomerKey> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = index.range(from, Prefix.end(first))) {
            while (all.hasNext() && found.size() < atMost) {
                Bytes key = all.next().key;
                if (after == null || key.compareTo(from) > 0) {
                    found.add(CustomerKey.of(key.get()));
                }
            }
        }
        return found;
    }
}
