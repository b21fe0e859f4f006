package io.itinera.segmentation.store;

import io.itinera.kit.ids.Ids;
import io.itinera.kit.streams.StoreKey;
import io.itinera.kit.streams.StoreKeyReader;
import io.itinera.segmentation.domain.accounts.Account;
import io.itinera.segmentation.domain.accounts.AccountCopy;
import io.itinera.segmentation.domain.customer.KnownAccounts;
import io.itinera.segmentation.domain.customer.Stamped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that live in a partition, and members of any accounts who do. They lie beside the
 * customers.
 */
public final class AccountView implements KnownAccounts {
    static final char ACCOUNT = 'p';
    static final char COPY = 'q';
    static final char MEMBER = 'r';
    static final char TERM = 's';

    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;

    public AccountView(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** An account that lives here; empty when nobody ever spoke of it. */
    public Optional<Account> find(String workspace, UUID account) {
        return Optional.ofNullable(store.get(key(ACCOUNT, workspace, account).bytes()))
                .map(AccountPacking::account);
    }

    /** What is known here of an account with members here. */
    public Optional<AccountCopy> copy(String workspace, String account) {
        StoreKey key = key(COPY, workspace, Ids.account(workspace, account));
        return Optional.ofNullable(store.get(key.bytes())).map(AccountPacking::copy);
    }

    @Override
    public Optional<SortedMap<String, Stamped<Object>>> traits(String workspace, String account) {
        return copy(workspace, account).filter(AccountCopy::isKnown).map(AccountCopy::traits);
    }

    /** The members of an account who live here, in the order of their ids, after one of them. */
    public List<UUID> members(String workspace, UUID account, @Nullable UUID after, int limit) {
        StoreKey all = key(MEMBER, workspace, account);
        Bytes first =
                after == null ? all.bytes() : key(MEMBER, workspace, account).uuid(after).bytes();
        List<UUID> members = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(first, Ranges.last(all))) {
            while (entries.hasNext() && members.size() < limit) {
                StoreKeyReader key = StoreKeyReader.of(entries.next().key);
                key.text();
                key.uuid();
                UUID member = key.uuid();
                if (!member.equals(after)) {
                    members.add(member);
                }
            }
        }
        return members;
    }

    /** The accounts that live here whose id or name begins like this, in the order of that. */
    public List<Account> beginning(String workspace, String beginning, int limit) {
        StoreKey.Beginning range =
                StoreKey.of(TERM).text(workspace).beginning(Account.term(beginning));
        List<Account> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(range.first(), range.last())) {
            while (entries.hasNext() && found.size() < limit) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                StoreKeyReader key = StoreKeyReader.of(entry.key);
                key.text();
                key.text();
                find(workspace, key.uuid()).filter(it -> !found.contains(it)).ifPresent(found::add);
            }
        }
        return found;
    }

    static StoreKey key(char kind, String workspace, UUID account) {
        return StoreKey.of(kind).text(workspace).uuid(account);
    }
}
