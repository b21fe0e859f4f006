package io.itinera.segmentation.domain.customer;

import java.util.Optional;
import java.util.SortedMap;

/** What is known of accounts where their members are asked about them. */
public interface KnownAccounts {
    /** Nothing is. */
    KnownAccounts NONE = (_, _) -> Optional.empty();

    /**
     * The traits of an account by their names; empty while nothing was told of it here.
     *
     * @param account the key of its {@link AccountName}
     */
    Optional<SortedMap<String, Stamped<Object>>> traits(String workspace, String account);

    /**
     * The account that conditions ask about: of those of which something is known here, the first
     * in order. So nobody is without an account, or out of the segments that ask for it, while what
     * is known of the next is on its way.
     */
    static Optional<Current> current(Customer customer, KnownAccounts accounts) {
        return Belongings.inOrder(customer).stream()
                .flatMap(
                        account ->
                                accounts.traits(customer.workspace(), account).stream()
                                        .map(traits -> new Current(account, traits)))
                .findFirst();
    }

    /** Whether a customer's account is this one now. */
    default boolean isCurrent(Customer customer, String account) {
        return current(customer, this).filter(it -> it.account().equals(account)).isPresent();
    }

    /**
     * Whether a customer's account is another one than before. Where each event says to which they
     * belong, their order stays as it is, and nothing has to be read.
     */
    default boolean isAnother(Customer before, Customer after) {
        return !after.accounts().equals(before.accounts())
                && !Belongings.inOrder(after).equals(Belongings.inOrder(before))
                && !current(after, this)
                        .map(Current::account)
                        .equals(current(before, this).map(Current::account));
    }

    /**
     * The account that conditions ask about.
     *
     * @param account the key of its {@link AccountName}
     * @param traits what is known of it, by name
     */
    record Current(String account, SortedMap<String, Stamped<Object>> traits) {}
}
