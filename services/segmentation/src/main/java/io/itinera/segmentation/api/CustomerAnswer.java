package io.itinera.segmentation.api;

import io.itinera.contracts.Identities;
import io.itinera.contracts.activity.Profile;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.KnownAccounts;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as they are shown.
 *
 * @param id the customer
 * @param redirectedFrom the customer that was asked for, when it has become this one
 * @param profile what is known of them
 * @param traits where each trait comes from, by its name
 * @param tags the tags that they have
 * @param accounts those that they belong to
 * @param journeys where they stand with journeys
 * @param firstSeen when their first event happened
 * @param lastSeen when their latest event happened
 * @param events how many events they have
 * @param movedTo who it has become; the instance that passed the question on asks there
 */
@RegisterForReflection
record CustomerAnswer(
        UUID id,
        @Nullable UUID redirectedFrom,
        @Nullable Profile profile,
        SortedMap<String, TraitAnswer> traits,
        List<TagAnswer> tags,
        List<BelongingAnswer> accounts,
        List<ProgressAnswer> journeys,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        long events,
        @Nullable UUID movedTo) {

    static CustomerAnswer of(Customer customer, KnownAccounts known) {
        return new CustomerAnswer(
                customer.id(),
                null,
                customer.profile(),
                TraitAnswer.of(customer),
                TagAnswer.of(customer),
                BelongingAnswer.of(customer, known),
                ProgressAnswer.of(customer),
                customer.firstSeen(),
                customer.lastSeen(),
                customer.events(),
                null);
    }

    static CustomerAnswer moved(UUID from, UUID into) {
        return new CustomerAnswer(
                from,
                null,
                null,
                new TreeMap<>(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                0,
                into);
    }

    CustomerAnswer redirectedFrom(UUID from) {
        return new CustomerAnswer(
                id, from, profile, traits, tags, accounts, journeys, firstSeen, lastSeen, events,
                movedTo);
    }

    /** What a list shows of this customer. */
    Brief brief() {
        return Brief.of(id, profile == null ? Map.of() : profile.identities(), known(), lastSeen);
    }

    private Map<String, Object> known() {
        return profile == null ? Map.of() : profile.traits();
    }

    /**
     * A line in a list of customers.
     *
     * @param id the customer
     * @param name what they are called, when it is known
     * @param email their address, when it is known
     * @param userId the company's own id, when it is known
     * @param lastSeen when their latest event happened
     */
    @RegisterForReflection
    record Brief(
            UUID id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String userId,
            @Nullable Instant lastSeen) {

        static Brief of(Customer customer) {
            Profile profile = customer.profile();
            return of(customer.id(), profile.identities(), profile.traits(), customer.lastSeen());
        }

        private static Brief of(
                UUID id,
                Map<String, String> identities,
                Map<String, Object> traits,
                @Nullable Instant lastSeen) {
            return new Brief(
                    id,
                    name(traits),
                    identities.get(Identities.EMAIL),
                    identities.get(Identities.USER),
                    lastSeen);
        }

        /** As SDKs name it: {@code name}, else {@code firstName} and {@code lastName}. */
        private static @Nullable String name(Map<String, Object> traits) {
            if (traits.get("name") instanceof String name) {
                return name;
            }
            String first = traits.get("firstName") instanceof String it ? it : "";
            String last = traits.get("lastName") instanceof String it ? it : "";
            String whole = (first + " " + last).strip();
            return whole.isEmpty() ? null : whole;
        }
    }
}
