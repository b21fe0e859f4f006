package io.itinera.segmentation.store;

import io.itinera.kit.streams.KeyedStore;
import io.itinera.kit.streams.StoreKey;
import io.itinera.kit.streams.StoreKeyReader;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Rebuilding;
import io.itinera.segmentation.domain.people.Union;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What it takes to undo a merge, for as long as it can be undone. The one who ended keeps how they
 * were before it. The one who goes on keeps how they were before the oldest of their merges that
 * can be undone, and what each brought: without one of them they are the former with all others.
 */
public final class UnionStore {
    /** The most merges of one customer that can be undone; the oldest becomes final. */
    public static final int MAX_UNIONS = 100;

    /** The most who are known to have become a customer; of the others' lines none goes back. */
    public static final int MAX_ORIGINS = 1_000;

    /** How many merges become final in one sweep. */
    static final int SWEPT = 400;

    private static final char BASE = 'b';
    private static final char UNION = LedgerView.UNION;
    private static final char ENDED = 'x';
    private static final char LATE = 'f';
    private static final char ORIGIN = 'o';
    private static final char APART = 'a';
    private static final char EXPIRY = 't';
    private static final byte[] PRESENT = {1};

    private final KeyedStore store;

    /** Shares its state store with the customers. */
    public UnionStore(KeyValueStore<Bytes, byte[]> customers) {
        this.store = new KeyedStore(customers);
    }

    /** Somebody ends; how they were goes with the union. */
    public void ended(Union union) {
        UUID from = union.merge().from();
        store.put(key(ENDED, union.workspace(), from), UnionPacking.pack(union));
        store.put(key(LATE, union.workspace(), from), number(0));
        store.put(expiry(union, from), PRESENT);
    }

    /** How somebody was before they ended; empty when that is final. */
    public Optional<Union> ended(String workspace, UUID from) {
        return Optional.ofNullable(store.get(key(ENDED, workspace, from))).map(UnionPacking::union);
    }

    /** Changes how somebody will be when they are there again. */
    public void keepEnded(Union union) {
        store.put(key(ENDED, union.workspace(), union.merge().from()), UnionPacking.pack(union));
    }

    /** Something came under the name of somebody who ended. */
    public void cameLate(String workspace, UUID from) {
        byte[] before = store.get(key(LATE, workspace, from));
        if (before != null) {
            store.put(key(LATE, workspace, from), number(number(before) + 1));
        }
    }

    /** How much came so. */
    public long late(String workspace, UUID from) {
        byte[] late = store.get(key(LATE, workspace, from));
        return late == null ? 0 : number(late);
    }

    /** Somebody who had ended is there again; inference never ends them a second time. */
    public void livesAgain(Union union) {
        forgetEnded(union.workspace(), union.merge().from());
        store.delete(expiry(union, union.merge().from()));
        store.put(key(APART, union.workspace(), union.merge().from()), PRESENT);
    }

    private void forgetEnded(String workspace, UUID from) {
        store.delete(key(ENDED, workspace, from));
        store.delete(key(LATE, workspace, from));
    }

    /** Whether a person took somebody apart from whom they had become. */
    public boolean isApart(String workspace, UUID customer) {
        return store.get(key(APART, workspace, customer)) != null;
    }

    /** Somebody arrived at a customer, who was so before. */
    public void joined(Customer before, Union union) {
        String workspace = union.workspace();
        UUID into = union.merge().into();
        if (store.get(key(BASE, workspace, into)) == null) {
            keepBase(before);
        }
        List<Union> unions = of(workspace, into);
        if (unions.size() >= MAX_UNIONS) {
            settle(unions.getFirst());
        }
        store.put(key(UNION, workspace, into).uuid(union.merge().from()), UnionPacking.pack(union));
        store.put(expiry(union, into), PRESENT);
    }

    /** The merges of a customer that can be undone, oldest first. */
    public List<Union> of(String workspace, UUID into) {
        List<Union> unions = new ArrayList<>();
        store.scan(
                key(UNION, workspace, into),
                (_, packed) -> {
                    unions.add(UnionPacking.union(packed));
                    return KeyedStore.Go.ON;
                });
        unions.sort((one, other) -> one.at().compareTo(other.at()));
        return unions;
    }

    /** One of these; empty when it is final or never was. */
    public Optional<Union> find(String workspace, UUID into, UUID from) {
        return Optional.ofNullable(store.get(key(UNION, workspace, into).uuid(from)))
                .map(UnionPacking::union);
    }

    /** How a customer was before the oldest merge that can be undone. */
    public Optional<Customer> base(String workspace, UUID into) {
        return Optional.ofNullable(store.get(key(BASE, workspace, into)))
                .map(CustomerPacking::resident)
                .map(Customer.class::cast);
    }

    /** A merge was undone. */
    public void forget(Union union) {
        UUID into = union.merge().into();
        takeOut(union);
        if (of(union.workspace(), into).isEmpty()) {
            store.delete(key(BASE, union.workspace(), into));
        }
    }

    private void takeOut(Union union) {
        UUID into = union.merge().into();
        store.delete(key(UNION, union.workspace(), into).uuid(union.merge().from()));
        store.delete(expiry(union, into));
    }

    /** A merge is final: what it brought is the customer's own. */
    private void settle(Union union) {
        base(union.workspace(), union.merge().into())
                .ifPresent(base -> keepBase(Rebuilding.with(base, union.other())));
        forget(union);
    }

    private void keepBase(Customer base) {
        store.put(key(BASE, base.workspace(), base.id()), CustomerPacking.pack(base));
    }

    /** A customer, and everyone who became them. */
    public Set<UUID> origins(String workspace, UUID customer) {
        Set<UUID> origins = new HashSet<>();
        origins.add(customer);
        store.scan(
                key(ORIGIN, workspace, customer),
                (key, _) -> {
                    StoreKeyReader parts = StoreKeyReader.of(key);
                    parts.text();
                    parts.uuid();
                    origins.add(parts.uuid());
                    return origins.size() < MAX_ORIGINS ? KeyedStore.Go.ON : KeyedStore.Go.STOP;
                });
        return origins;
    }

    /** These became a customer. */
    public void became(String workspace, UUID customer, Set<UUID> origins) {
        origins.forEach(it -> store.put(key(ORIGIN, workspace, customer).uuid(it), PRESENT));
    }

    /** These are so no longer. */
    public void parted(String workspace, UUID customer, Set<UUID> origins) {
        origins.forEach(it -> store.delete(key(ORIGIN, workspace, customer).uuid(it)));
    }

    /** Takes out some of those who became a customer, at most {@link #MAX_ORIGINS}. */
    public Set<UUID> takeOrigins(String workspace, UUID customer) {
        Set<UUID> origins = origins(workspace, customer);
        parted(workspace, customer, origins);
        origins.remove(customer);
        return origins;
    }

    /** Whether anybody became a customer. */
    public boolean hasOrigins(String workspace, UUID customer) {
        boolean[] has = {false};
        store.scan(
                key(ORIGIN, workspace, customer),
                (_, _) -> {
                    has[0] = true;
                    return KeyedStore.Go.STOP;
                });
        return has[0];
    }

    /**
     * Forgets what it takes to undo merges of a customer, but for who became them; how many those
     * were.
     */
    public int forgetAll(String workspace, UUID customer) {
        List<Union> unions = of(workspace, customer);
        unions.forEach(this::takeOut);
        Optional<Union> ended = ended(workspace, customer);
        ended.ifPresent(union -> store.delete(expiry(union, customer)));
        forgetEnded(workspace, customer);
        store.delete(key(BASE, workspace, customer));
        store.delete(key(APART, workspace, customer));
        return unions.size() + (ended.isPresent() ? 1 : 0);
    }

    /** Lets some merges become final that can be undone no longer. */
    public void sweep(Instant now) {
        store.before(StoreKey.of(EXPIRY), now.minus(Union.UNDOABLE), SWEPT).forEach(this::expire);
    }

    private void expire(StoreKeyReader key) {
        Instant at = key.instant();
        String workspace = key.text();
        UUID owner = key.uuid();
        UUID from = key.uuid();
        store.delete(expiry(at, workspace, owner, from));
        if (owner.equals(from)) {
            forgetEnded(workspace, from);
        } else {
            find(workspace, owner, from).ifPresent(this::settle);
        }
    }

    private static StoreKey expiry(Union union, UUID owner) {
        return expiry(union.at(), union.workspace(), owner, union.merge().from());
    }

    private static StoreKey expiry(Instant at, String workspace, UUID owner, UUID from) {
        return StoreKey.of(EXPIRY).instant(at).text(workspace).uuid(owner).uuid(from);
    }

    private static StoreKey key(char kind, String workspace, UUID customer) {
        return StoreKey.of(kind).text(workspace).uuid(customer);
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static long number(byte[] value) {
        return ByteBuffer.wrap(value).getLong();
    }
}
