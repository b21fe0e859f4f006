package io.itinera.journeys.store;

import io.itinera.journeys.domain.Customer;
import io.itinera.journeys.domain.Enrollment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
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
        Customer stranger = Customer.stranger(who.workspace(), who.customer());
        Bytes key = Key.customer(who.workspace(), who.customer());
        byte[] found = index.get(key);
        if (found == null) {
            return new Remembered(stranger, false, null, Map.of(), EnrollmentCodec.NOTHING);
        }
        PolicyCodec.Index read = PolicyCodec.read(found);
        List<Enrollment> runs = new ArrayList<>();
        Map<UUID, Bytes> unknown = new HashMap<>();
        for (UUID id : read.enrollments()) {
            EnrollmentCodec.Read run =
                    EnrollmentCodec.read(
                            Objects.requireNonNull(
                                    enrollments.get(Key.under(key, id)), "a run is missing"));
            runs.add(run.enrollment());
            unknown.put(id, run.unknown());
        }
        byte[] profile = profiles.get(key);
        Customer customer =
                new Customer(
                        who.workspace(),
                        who.customer(),
                        profile == null ? stranger.profile() : ProfileCodec.read(profile),
                        runs,
                        read.past());
        return new Remembered(customer, true, read.timer(), unknown, read.unknown());
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
        saveRuns(key, before, after);
        saveProfile(key, before, after);
        Instant timer = saveTimer(key, before.timer(), due);
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

    private void saveRuns(Bytes key, Remembered before, Customer after) {
        Map<UUID, Enrollment> old = new HashMap<>();
        before.customer().enrollments().forEach(run -> old.put(run.id(), run));
        Set<UUID> gone = new HashSet<>(old.keySet());
        for (Enrollment run : after.enrollments()) {
            gone.remove(run.id());
            if (!run.equals(old.get(run.id()))) {
                Bytes unknown = before.unknown().getOrDefault(run.id(), EnrollmentCodec.NOTHING);
                enrollments.put(Key.under(key, run.id()), EnrollmentCodec.write(run, unknown));
            }
        }
        gone.forEach(id -> enrollments.delete(Key.under(key, id)));
    }

    /** Only who is in a journey is asked about, so only theirs is kept. */
    private void saveProfile(Bytes key, Remembered before, Customer after) {
        boolean had = !before.customer().enrollments().isEmpty();
        boolean has = !after.enrollments().isEmpty();
        if (has && !(had && after.profile().equals(before.customer().profile()))) {
            profiles.put(key, ProfileCodec.write(after.profile()));
        } else if (had && !has) {
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
