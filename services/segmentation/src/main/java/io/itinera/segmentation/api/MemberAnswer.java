package io.itinera.segmentation.api;

import io.itinera.contracts.Identities;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Standing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of a segment.
 *
 * @param customer who
 * @param since since when
 * @param cause what brought them in
 * @param name what they are called, when it is known
 * @param email their address, when it is known
 */
@RegisterForReflection
record MemberAnswer(
        UUID customer,
        Instant since,
        ActivityCause cause,
        @Nullable String name,
        @Nullable String email) {

    /** Empty when the customer has left meanwhile. */
    static Optional<MemberAnswer> of(Customer customer, String segment) {
        Standing standing = customer.standings().get(segment);
        if (standing == null || !standing.member()) {
            return Optional.empty();
        }
        CustomerAnswer.Brief brief = CustomerAnswer.Brief.of(customer);
        return Optional.of(
                new MemberAnswer(
                        customer.id(),
                        standing.since(),
                        standing.cause(),
                        brief.name(),
                        customer.profile().identities().get(Identities.EMAIL)));
    }
}
