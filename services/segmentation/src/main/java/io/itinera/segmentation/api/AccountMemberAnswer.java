package io.itinera.segmentation.api;

import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.domain.customer.Belonging;
import io.itinera.segmentation.domain.customer.Customer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of an account.
 *
 * @param customer who
 * @param since when it was first said that they belong to it
 * @param said when it was said last
 * @param name what they are called, when it is known
 * @param email their address, when it is known
 * @param userId the company's own id, when it is known
 */
@RegisterForReflection
record AccountMemberAnswer(
        UUID customer,
        Instant since,
        Instant said,
        @Nullable String name,
        @Nullable String email,
        @Nullable String userId) {

    /** Empty when the customer has left meanwhile. */
    static Optional<AccountMemberAnswer> of(Customer customer, UUID account) {
        return customer.accounts().entrySet().stream()
                .filter(each -> Ids.account(customer.workspace(), each.getKey()).equals(account))
                .findFirst()
                .map(each -> of(customer, each.getValue()));
    }

    /** The customer, by which pages are in order. */
    String id() {
        return customer.toString();
    }

    private static AccountMemberAnswer of(Customer customer, Belonging belonging) {
        CustomerAnswer.Brief brief = CustomerAnswer.Brief.of(customer);
        return new AccountMemberAnswer(
                customer.id(),
                belonging.since(),
                belonging.said(),
                brief.name(),
                brief.email(),
                brief.userId());
    }
}
