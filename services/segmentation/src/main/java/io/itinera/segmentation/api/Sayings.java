package io.itinera.segmentation.api;

import io.itinera.conditions.Conditions;
import io.itinera.contracts.condition.Condition;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.KnownAccounts;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the values come from that the leaves of a condition tested.
 *
 * @param traits of the customer
 * @param account traits of the account that counts
 */
record Sayings(Map<String, TraitAnswer> traits, Map<String, TraitAnswer> account) {

    /** Those of a customer. */
    static Sayings of(Customer customer, KnownAccounts accounts) {
        return new Sayings(
                TraitAnswer.of(customer),
                KnownAccounts.current(customer, accounts)
                        .map(current -> TraitAnswer.of(current.traits()))
                        .orElseGet(TreeMap::new));
    }

    /** Of what a leaf tested; null where it is not known, or where no trait is tested. */
    @Nullable Said of(Condition leaf) {
        return switch (leaf) {
            case Condition.Trait(String name, var _) -> said(traits, name);
            case Condition.Account(String name, var _) -> said(account, name);
            default -> null;
        };
    }

    private static @Nullable Said said(Map<String, TraitAnswer> known, String name) {
        TraitAnswer whole = known.get(name);
        TraitAnswer it = whole == null ? known.get(Conditions.firstStep(name)) : whole;
        return it == null ? null : new Said(it.source(), it.attribute(), it.at());
    }

    /**
     * Where a value comes from.
     *
     * @param source the source that said it; null when an attribute makes it
     * @param attribute the attribute that makes it; null when it was said
     * @param at when it was said, or since when the attribute says so
     */
    @RegisterForReflection
    record Said(@Nullable String source, @Nullable String attribute, Instant at) {}
}
