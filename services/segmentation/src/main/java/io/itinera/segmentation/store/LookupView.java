package io.itinera.segmentation.store;

import io.itinera.kit.streams.StoreKey;
import io.itinera.kit.streams.StoreKeyReader;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The ways to customers other than their id: identity, membership, due time, being seen lately. */
public final class LookupView {
    static final char DUE = 'd';
    static final char IDENTITY = 'i';
    static final char MEMBER = 'm';
    static final char MEMBERS = 'c';
    static final char RECENT = 'r';

    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;

    public LookupView(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /**
     * Everyone who ever had an identity that begins like this, whatever its kind.
     *
     * @param limit how many of one kind at most
     */
    public List<UUID> withIdentity(String workspace, String beginning, int limit) {
        return ofEachKind(
                workspace, kind -> inRange(kind(workspace, kind).beginning(beginning), limit));
    }

    /**
     * Everyone who ever had this very identity, whatever its kind.
     *
     * @param limit how many of one kind at most
     */
    public List<UUID> named(String workspace, String identity, int limit) {
        return ofEachKind(
                workspace,
                kind -> {
                    StoreKey whole = kind(workspace, kind).text(identity);
                    return inRange(
                            new StoreKey.Beginning(whole.bytes(), Ranges.last(whole)), limit);
                });
    }

    private List<UUID> ofEachKind(String workspace, Function<String, List<UUID>> found) {
        StoreKey all = StoreKey.of(IDENTITY).text(workspace);
        List<UUID> customers = new ArrayList<>();
        Optional<String> kind = firstText(all.bytes(), all);
        while (kind.isPresent()) {
            customers.addAll(found.apply(kind.get()));
            kind = firstText(Ranges.last(kind(workspace, kind.get())), all);
        }
        return customers;
    }

    private static StoreKey kind(String workspace, String kind) {
        return StoreKey.of(IDENTITY).text(workspace).text(kind);
    }

    /** The kind of the first identity behind a key. */
    private Optional<String> firstText(Bytes from, StoreKey all) {
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(from, Ranges.last(all))) {
            if (!entries.hasNext()) {
                return Optional.empty();
            }
            StoreKeyReader key = StoreKeyReader.of(entries.next().key);
            key.text();
            return Optional.of(key.text());
        }
    }

    private List<UUID> inRange(StoreKey.Beginning range, int limit) {
        List<UUID> customers = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(range.first(), range.last())) {
            while (entries.hasNext() && customers.size() < limit) {
                StoreKeyReader key = StoreKeyReader.of(entries.next().key);
                key.text();
                key.text();
                key.text();
                customers.add(key.uuid());
            }
        }
        return customers;
    }

    /** The members of a segment, in the order of their ids, after one of them. */
    public List<UUID> members(String workspace, String segment, @Nullable UUID after, int limit) {
        StoreKey all = StoreKey.of(MEMBER).text(workspace).text(segment);
        Bytes first = after == null ? all.bytes() : memberKey(workspace, segment, after);
        List<UUID> customers = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(first, Ranges.last(all))) {
            while (entries.hasNext() && customers.size() < limit) {
                StoreKeyReader key = StoreKeyReader.of(entries.next().key);
                key.text();
                key.text();
                UUID customer = key.uuid();
                if (!customer.equals(after)) {
                    customers.add(customer);
                }
            }
        }
        return customers;
    }

    /** How many customers of this partition are in a segment. */
    public long memberCount(String workspace, String segment) {
        byte[] count = store.get(membersKey(workspace, segment));
        return count == null ? 0 : ByteBuffer.wrap(count).getLong();
    }

    /** The customers who were seen last, newest first. */
    public List<Recents.Seen> recent(String workspace) {
        byte[] packed = store.get(recentKey(workspace));
        return packed == null ? List.of() : Recents.unpack(packed);
    }

    /** The first due change after a place in the agenda, if it is due. */
    Optional<Due> firstDue(Bytes after, Instant upTo) {
        Bytes last = Ranges.last(StoreKey.of(DUE).instant(upTo));
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(after, last)) {
            return entries.hasNext() ? Optional.of(due(entries.next().key)) : Optional.empty();
        }
    }

    private static Due due(Bytes bytes) {
        StoreKeyReader key = StoreKeyReader.of(bytes);
        return new Due(key.instant(), key.text(), key.uuid());
    }

    /**
     * A change that time may make.
     *
     * @param at when
     * @param workspace the tenant
     * @param customer to whom
     */
    public record Due(Instant at, String workspace, UUID customer) {
        boolean names(String otherWorkspace, UUID other) {
            return customer.equals(other) && workspace.equals(otherWorkspace);
        }

        Bytes key() {
            return StoreKey.of(DUE).instant(at).text(workspace).uuid(customer).bytes();
        }
    }

    static Bytes identityKey(String workspace, String kind, String value, UUID customer) {
        return StoreKey.of(IDENTITY).text(workspace).text(kind).text(value).uuid(customer).bytes();
    }

    static Bytes memberKey(String workspace, String segment, UUID customer) {
        return StoreKey.of(MEMBER).text(workspace).text(segment).uuid(customer).bytes();
    }

    static Bytes membersKey(String workspace, String segment) {
        return StoreKey.of(MEMBERS).text(workspace).text(segment).bytes();
    }

    static Bytes recentKey(String workspace) {
        return StoreKey.of(RECENT).text(workspace).bytes();
    }
}
