package io.itinera.segmentation.api;

import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.domain.accounts.Account;
import io.itinera.segmentation.domain.customer.AccountName;
import io.itinera.segmentation.domain.customer.Stamped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is shown.
 *
 * @param id the account
 * @param groupType of which type of groups it is; none where groups have no types
 * @param groupId as the company calls it
 * @param name what its trait {@code name} says
 * @param members how many it has
 * @param traits what is known of it, and where that comes from
 */
@RegisterForReflection
record AccountAnswer(
        UUID id,
        @Nullable String groupType,
        String groupId,
        @Nullable String name,
        long members,
        SortedMap<String, TraitAnswer> traits) {

    static AccountAnswer of(Account account) {
        AccountName called = AccountName.ofKey(account.name());
        return new AccountAnswer(
                Ids.account(account.workspace(), account.name()),
                type(called),
                called.id(),
                name(account.traits()),
                account.size(),
                TraitAnswer.of(account.traits()));
    }

    static @Nullable String type(AccountName called) {
        return called.type().isEmpty() ? null : called.type();
    }

    static @Nullable String name(SortedMap<String, Stamped<Object>> traits) {
        Stamped<Object> said = traits.get(Account.NAME);
        return said != null && said.value() instanceof String name ? name : null;
    }

    /**
     * A line in a list of accounts.
     *
     * @param id the account
     * @param groupType of which type of groups it is; none where groups have no types
     * @param groupId as the company calls it
     * @param name what its trait {@code name} says
     * @param members how many it has
     */
    @RegisterForReflection
    record Brief(
            UUID id,
            @Nullable String groupType,
            String groupId,
            @Nullable String name,
            long members) {
        /** What it was found by: its id or name, whichever begins so and comes first. */
        String found(String beginning) {
            return Stream.of(groupId, name == null ? groupId : name)
                    .map(Account::term)
                    .filter(term -> term.startsWith(Account.term(beginning)))
                    .min(Comparator.naturalOrder())
                    .orElse(groupId);
        }

        static Brief of(Account account) {
            AccountName called = AccountName.ofKey(account.name());
            return new Brief(
                    Ids.account(account.workspace(), account.name()),
                    type(called),
                    called.id(),
                    AccountAnswer.name(account.traits()),
                    account.size());
        }
    }
}
