package io.itinera.segmentation.api;

import io.itinera.contracts.activity.ActivityCause;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Standing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 * @param userId the company's own id, when it is known
 * @param traits those that were asked for, as far as they are known
 */
@RegisterForReflection
record MemberAnswer(
        UUID customer,
        Instant since,
        ActivityCause cause,
        @Nullable String name,
        @Nullable String email,
        @Nullable String userId,
        @Nullable Map<String, Object> traits) {

    /** Empty when the customer has left meanwhile. */
    static Optional<MemberAnswer> of(Customer customer, String segment, List<String> traits) {
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
                        brief.email(),
                        brief.userId(),
                        traits.isEmpty() ? null : known(customer, traits)));
    }

    private static Map<String, Object> known(Customer customer, List<String> traits) {
        Map<String, Object> known = customer.traitValues();
        known.keySet().retainAll(traits);
        return known;
    }
}
