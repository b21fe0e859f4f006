package io.itinera.segmentation.store;

import io.itinera.kit.ids.Ids;
import io.itinera.kit.streams.KeyedStore;
import io.itinera.kit.streams.StoreKey;
import io.itinera.kit.streams.StoreKeyReader;
import io.itinera.segmentation.domain.accounts.Account;
import io.itinera.segmentation.domain.accounts.AccountCopy;
import io.itinera.segmentation.domain.customer.AccountName;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The accounts that live in one partition, with the ways to them; and of accounts whose members
 * live here, who these are and what they are asked about.
 */
public final class AccountStore {
    /** How many accounts are forgotten in one sweep. */
    static final int SWEPT = 400;

    private static final char UNUSED = 'u';
    private static final int MAX_TERM = 200;
    private static final byte[] PRESENT = {1};

    private final KeyedStore store;
    private final AccountView view;

    /** Shares its state store with the customers. */
    public AccountStore(KeyValueStore<Bytes, byte[]> customers) {
        this.store = new KeyedStore(customers);
        this.view = new AccountView(customers);
    }

    /** The same, to be read. */
    public AccountView view() {
        return view;
    }

    /** An account that lives here. */
    public Account find(String workspace, String account) {
        return view.find(workspace, Ids.account(workspace, account))
                .orElseGet(() -> Account.unknown(workspace, account));
    }

    /** Keeps an account as it is now. */
    public void save(Account before, Account after) {
        UUID id = Ids.account(after.workspace(), after.name());
        store.put(
                AccountView.key(AccountView.ACCOUNT, after.workspace(), id),
                AccountPacking.pack(after));
        follow(before, after, id);
    }

    /**
     * Keeps what leads to an account: how it is called, and since when nobody belongs to it. The
     * latter stays until its time has come, whoever belongs to it by then: nearly every account
     * begins so, and whoever looks for what is due must not walk over all that are gone.
     */
    private void follow(Account before, Account after, UUID id) {
        String workspace = after.workspace();
        Set<String> known = terms(before);
        Set<String> terms = terms(after);
        known.stream()
                .filter(term -> !terms.contains(term))
                .forEach(term -> store.delete(key(workspace, term, id)));
        terms.stream()
                .filter(term -> !known.contains(term))
                .forEach(term -> store.put(key(workspace, term, id), PRESENT));
        Instant since = after.unusedSince();
        if (since != null && !since.equals(before.unusedSince())) {
            store.put(unused(since, workspace, id), PRESENT);
        }
    }

    private static StoreKey unused(Instant since, String workspace, UUID id) {
        return StoreKey.of(UNUSED).instant(since).text(workspace).uuid(id);
    }

    /** Forgets some accounts to which nobody has belonged for so long that nobody comes back. */
    public void sweep(Instant now) {
        store.before(StoreKey.of(UNUSED), now.minus(Account.KEPT_UNUSED), SWEPT)
                .forEach(this::expire);
    }

    private void expire(StoreKeyReader key) {
        Instant since = key.instant();
        String workspace = key.text();
        UUID id = key.uuid();
        store.delete(unused(since, workspace, id));
        view.find(workspace, id)
                .filter(it -> since.equals(it.unusedSince()))
                .ifPresent(it -> forget(it, id));
    }

    private void forget(Account account, UUID id) {
        follow(account, Account.unknown(account.workspace(), account.name()), id);
        store.delete(AccountView.key(AccountView.ACCOUNT, account.workspace(), id));
    }

    private static Set<String> terms(Account account) {
        if (account.revision() == 0) {
            return Set.of();
        }
        Set<String> terms = new TreeSet<>();
        terms.add(term(AccountName.ofKey(account.name()).id()));
        var called = account.traits().get(Account.NAME);
        if (called != null && called.value() instanceof String name) {
            terms.add(term(name));
        }
        return terms;
    }

    private static String term(String text) {
        return Account.term(text.substring(0, Math.min(text.length(), MAX_TERM)));
    }

    private static StoreKey key(String workspace, String term, UUID account) {
        return StoreKey.of(AccountView.TERM).text(workspace).text(term).uuid(account);
    }

    /** What is known here of an account. */
    public AccountCopy copy(String workspace, String account) {
        return view.copy(workspace, account).orElseGet(() -> AccountCopy.none(workspace, account));
    }

    /** Keeps what is known here of an account, for as long as it has members here. */
    public void keep(AccountCopy copy) {
        UUID id = Ids.account(copy.workspace(), copy.account());
        StoreKey key = AccountView.key(AccountView.COPY, copy.workspace(), id);
        if (copy.members() == 0) {
            store.delete(key);
        } else {
            store.put(key, AccountPacking.pack(copy));
        }
    }

    /** A customer who lives here belongs to an account. */
    public void join(String workspace, String account, UUID customer) {
        store.put(member(workspace, account, customer), PRESENT);
    }

    /** A customer who lives here does so no longer. */
    public void leave(String workspace, String account, UUID customer) {
        store.delete(member(workspace, account, customer));
    }

    private static StoreKey member(String workspace, String account, UUID customer) {
        return AccountView.key(AccountView.MEMBER, workspace, Ids.account(workspace, account))
                .uuid(customer);
    }
}
