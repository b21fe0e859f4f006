package io.itinera.segmentation.domain.customer;

import io.itinera.contracts.events.Event;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The accounts that a customer belongs to, while they are being changed. */
public final class Belongings {
    /** The most accounts of a customer; of more, those that were said last. */
    public static final int MAX_ACCOUNTS = 10;

    /** The last said is the last; of two said at once, the one that sorts later. */
    private static final Comparator<Map.Entry<String, Belonging>> BY_TIME =
            Comparator.<Map.Entry<String, Belonging>>comparingLong(
                            each -> each.getValue().said().toEpochMilli())
                    .thenComparing(Map.Entry::getKey);

    private final NavigableMap<String, Belonging> accounts;

    Belongings(SortedMap<String, Belonging> accounts) {
        this.accounts = new TreeMap<>(accounts);
    }

    SortedMap<String, Belonging> accounts() {
        return accounts;
    }

    void learn(Happening happening) {
        if (happening instanceof Happening.Did(Event event)) {
            for (AccountName account : AccountName.all(event)) {
                add(account.key(), Belonging.once(happening.occurredAt(), event.source()));
            }
        }
    }

    /** The key of the account that an event describes; empty for nearly all. */
    public static Optional<String> described(Event event) {
        return AccountName.described(event).map(AccountName::key);
    }

    /** The accounts of a customer, the one that was said last first. */
    static List<String> latestFirst(Customer customer) {
        return customer.accounts().entrySet().stream()
                .sorted(BY_TIME.reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What was known of a customer who was found to be this one. */
    void learn(Customer other) {
        other.accounts().forEach(this::add);
    }

    private void add(String account, Belonging said) {
        accounts.merge(account, said, Belonging::and);
        if (accounts.size() > MAX_ACCOUNTS) {
            accounts.entrySet().stream()
                    .min(BY_TIME)
                    .map(Map.Entry::getKey)
                    .ifPresent(accounts::remove);
        }
    }
}
