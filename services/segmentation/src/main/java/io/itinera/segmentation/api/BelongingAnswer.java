package io.itinera.segmentation.api;

import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.domain.customer.AccountName;
import io.itinera.segmentation.domain.customer.Belonging;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.KnownAccounts;
import io.itinera.segmentation.domain.customer.Stamped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account that a customer belongs to.
 *
 * @param id the account
 * @param groupType of which type of groups it is; none where groups have no types
 * @param groupId as the company calls it
 * @param name what its trait {@code name} says
 * @param current whether it is the one that conditions ask about
 * @param since when it was first said that they belong to it
 * @param said when it was said last
 * @param source the source that said it last
 * @param traits what their segments see of it, and where that comes from
 */
@RegisterForReflection
record BelongingAnswer(
        UUID id,
        @Nullable String groupType,
        String groupId,
        @Nullable String name,
        boolean current,
        Instant since,
        Instant said,
        @Nullable String source,
        SortedMap<String, TraitAnswer> traits) {

    /** The one that was said last first. */
    static List<BelongingAnswer> of(Customer customer, KnownAccounts accounts) {
        String current =
                KnownAccounts.current(customer, accounts)
                        .map(KnownAccounts.Current::account)
                        .orElse("");
        return customer.accounts().entrySet().stream()
                .map(
                        each ->
                                of(
                                        customer.workspace(),
                                        each.getKey(),
                                        each.getValue(),
                                        current,
                                        accounts))
                .sorted(Comparator.comparing(BelongingAnswer::said).reversed())
                .toList();
    }

    private static BelongingAnswer of(
            String workspace,
            String account,
            Belonging belonging,
            String current,
            KnownAccounts accounts) {
        SortedMap<String, Stamped<Object>> traits =
                accounts.traits(workspace, account).orElseGet(TreeMap::new);
        AccountName called = AccountName.ofKey(account);
        return new BelongingAnswer(
                Ids.account(workspace, account),
                AccountAnswer.type(called),
                called.id(),
                AccountAnswer.name(traits),
                account.equals(current),
                belonging.since(),
                belonging.said(),
                belonging.by(),
                TraitAnswer.of(traits));
    }
}
