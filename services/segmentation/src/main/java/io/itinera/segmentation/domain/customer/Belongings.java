package io.itinera.segmentation.domain.customer;

import io.itinera.contracts.events.Event;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The accounts that a customer belongs to, while they are being changed. */
public final class Belongings {
    /** The most accounts of a customer; of more, those that were said last. */
    public static final int MAX_ACCOUNTS = 10;

    /** The last said is the last; of two said at once, the one that sorts later. */
    private static final Comparator<Map.Entry<String, Belonging>> BY_TIME =
            Comparator.<Map.Entry<String, Belonging>>comparingLong(
                            each -> each.getValue().said().toEpochMilli())
                    .thenComparing(Map.Entry::getKey);

    /** The last that was called, then the first that was mentioned. */
    private static final Comparator<Belonging> SPOKEN_OF =
            Comparator.<Belonging, @Nullable Instant>comparing(
                            Belonging::called,
                            Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                    .reversed()
                    .thenComparing(Belonging::since);

    private final NavigableMap<String, Belonging> accounts;

    Belongings(SortedMap<String, Belonging> accounts) {
        this.accounts = new TreeMap<>(accounts);
    }

    SortedMap<String, Belonging> accounts() {
        return accounts;
    }

    void learn(Happening happening) {
        if (happening instanceof Happening.Did(Event event)) {
            Instant at = happening.occurredAt();
            AccountName.described(event)
                    .ifPresent(it -> add(it.key(), Belonging.called(at, event.source())));
            for (AccountName account : AccountName.mentioned(event)) {
                add(account.key(), Belonging.mentioned(at, event.source()));
            }
        }
    }

    /** The key of the account that an event describes; empty for nearly all. */
    public static Optional<String> described(Event event) {
        return AccountName.described(event).map(AccountName::key);
    }

    /**
     * The accounts of a customer, the one that counts first: of one type, the one that was said
     * last. Of several types, the one that a call spoke of last, for an event mentions all that
     * there are; and where no call did, the one that was mentioned first.
     */
    static List<String> inOrder(Customer customer) {
        if (customer.accounts().size() < 2) {
            return List.copyOf(customer.accounts().keySet());
        }
        Map<String, Belonging> types = new HashMap<>();
        customer.accounts()
                .forEach((account, its) -> types.merge(type(account), its, Belonging::and));
        List<String> order =
                types.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Belonging>comparingByValue(SPOKEN_OF)
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .toList();
        return customer.accounts().entrySet().stream()
                .sorted(
                        Comparator.<Map.Entry<String, Belonging>>comparingInt(
                                        each -> order.indexOf(type(each.getKey())))
                                .thenComparing(BY_TIME.reversed()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String type(String account) {
        return AccountName.ofKey(account).type();
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
