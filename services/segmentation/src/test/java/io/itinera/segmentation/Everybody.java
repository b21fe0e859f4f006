package io.itinera.segmentation;

import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.domain.accounts.Account;
import io.itinera.segmentation.domain.customer.Excerpt;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.LedgerLine;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What is kept of people, wherever they live.
 *
 * @param all what each partition keeps
 */
record Everybody(List<Kept> all) {
    /** The ids of what lies in a customer's timeline, newest first. */
    List<String> timeline(UUID customer) {
        return all
                .get(Partitions.of(customer.toString()))
                .people()
                .timelines()
                .page(
                        customer,
                        new Excerpt(
                                new Excerpt.Place(Instant.parse("3000-01-01T00:00:00Z"), null),
                                Instant.EPOCH,
                                null,
                                Excerpt.Kind.any,
                                Integer.MAX_VALUE))
                .entries()
                .stream()
                .map(it -> it.happening().id())
                .toList();
    }

    /** What is known of a customer, or who they became. */
    Resident resident(UUID customer) {
        return all.get(Partitions.of(customer.toString())).people().find("w", customer);
    }

    /** What is known of an account where it lives. */
    Account account(String name) {
        int there = Partitions.of(Ids.account("w", name).toString());
        return all.get(there).people().accounts().find("w", name);
    }

    /** Who belongs to an account, wherever they live. */
    Set<UUID> members(String account) {
        Set<UUID> members = new TreeSet<>();
        UUID id = Ids.account("w", account);
        all.forEach(
                it ->
                        members.addAll(
                                it.people()
                                        .accounts()
                                        .view()
                                        .members("w", id, null, Integer.MAX_VALUE)));
        return members;
    }

    /** The ledger of a customer, as its kinds of lines. */
    List<LedgerLine> ledger(UUID customer) {
        return all.get(Partitions.of(customer.toString()))
                .people()
                .ledger()
                .view()
                .of("w", customer);
    }

    /** How much is kept of merges, done or not. */
    long waiting() {
        return all.stream().mapToLong(it -> it.holds().approximateNumEntries()).sum();
    }

    /** How many customers are in a segment. */
    long members(String workspace, UUID segment) {
        return all.stream()
                .mapToLong(it -> it.people().members(workspace, segment.toString()))
                .sum();
    }

    /** How many lines all timelines have. */
    long lines() {
        return all.stream().mapToLong(it -> it.timeline().approximateNumEntries()).sum();
    }
}
