package io.itinera.segmentation;

import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.segmentation.domain.customer.AccountName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * What several people do who belong to accounts, and what must be known in the end, read by hand.
 *
 * @param acts what they do, one after the other
 * @param found who is found to be whom, somewhere on the way
 * @param imported whether it is long past
 */
record AccountPlay(List<Act> acts, SortedMap<String, String> found, boolean imported) {
    static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    static final List<String> ACCOUNTS = List.of("acme", "blue", "company:acme");
    static final UUID ON_PRO = new UUID(1, 1);
    static final UUID NO_PLAN = new UUID(2, 2);
    static final UUID BUYERS = new UUID(3, 3);

    /** They live in one partition, and are more than are asked at a time. */
    private static final List<String> CROWD =
            Stream.iterate(0, i -> i + 1)
                    .map(i -> "u" + i)
                    .filter(user -> Partitions.of(id(user).toString()) == 0)
                    .limit(Accounts.CHUNK + 5)
                    .toList();

    /** How somebody speaks of an account: by a call that describes it, or while they buy. */
    enum Manner {
        CALL,
        IN_PASSING
    }

    /**
     * Something that somebody does.
     *
     * @param manner how they speak of an account, when they do
     * @param account which they speak of, behind its type if it has one; null when they buy
     * @param plan what they say of its plan; "none" to take it back, "" for nothing
     * @param seats what they say of its seats; 0 for nothing
     * @param late so many times five seconds ago
     */
    record Act(
            String user,
            Manner manner,
            @Nullable String account,
            String plan,
            int seats,
            int late) {
        private Event event(int number, boolean historic) {
            Instant at = START.plusSeconds(10L * number);
            AccountName called =
                    account == null || manner == Manner.IN_PASSING ? null : called(account);
            return new Event(
                    "e" + number,
                    "w",
                    called == null ? EventType.track : EventType.group,
                    called == null ? "Bought" : "$group",
                    null,
                    user,
                    null,
                    called == null ? null : called.id(),
                    Map.of(),
                    called == null ? passing() : Map.of("$group_type", called.type()),
                    said(),
                    Map.of(),
                    at.minusSeconds(5L * late),
                    at,
                    "s",
                    historic,
                    Map.of());
        }

        private Map<String, Object> passing() {
            if (account == null) {
                return Map.of();
            }
            AccountName named = called(account);
            return Map.of("$groups", Map.of(named.type(), named.id()));
        }

        private Map<String, Object> said() {
            Map<String, Object> said = new TreeMap<>();
            if (!plan.isEmpty()) {
                said.put("plan", plan.equals("none") ? null : plan);
            }
            if (seats > 0) {
                said.put("seats", seats);
            }
            return said;
        }
    }

    static Arbitrary<AccountPlay> any() {
        Arbitrary<List<Act>> talk =
                Combinators.combine(
                                Arbitraries.of("ann", "bob", "cho", "dan"),
                                Arbitraries.of(Manner.class),
                                Arbitraries.of(ACCOUNTS).injectNull(0.2),
                                Arbitraries.of("", "free", "pro", "pro", "none"),
                                Arbitraries.of(0, 3, 5, 8),
                                Arbitraries.integers().between(0, 12))
                        .as(Act::new)
                        .list()
                        .ofMaxSize(20);
        Arbitrary<List<String>> crowds =
                Arbitraries.of(List.of(List.<String>of(), List.of(), List.of(), CROWD));
        return Combinators.combine(crowds, talk, Arbitraries.longs()).as(AccountPlay::of);
    }

    /** A crowd belongs to one account, and then people talk. */
    private static AccountPlay of(List<String> crowd, List<Act> talk, long seed) {
        List<Act> acts = new ArrayList<>();
        crowd.forEach(user -> acts.add(new Act(user, Manner.CALL, "acme", "", 0, 0)));
        acts.addAll(talk);
        return new AccountPlay(acts, found(acts, new Random(seed)), false);
    }

    /** Some are found to be somebody who comes behind them: so never in a circle. */
    private static SortedMap<String, String> found(List<Act> acts, Random random) {
        List<String> users = acts.stream().map(Act::user).distinct().sorted().toList();
        SortedMap<String, String> found = new TreeMap<>();
        for (int i = 0; i + 1 < users.size(); i++) {
            if (random.nextInt(4) == 0) {
                found.put(users.get(i), users.get(i + 1 + random.nextInt(users.size() - i - 1)));
            }
        }
        return found;
    }

    /** The same out of a file, where nobody is found to be another. */
    AccountPlay outOfAFile() {
        return new AccountPlay(acts, new TreeMap<>(), true);
    }

    List<Event> events() {
        List<Event> events = new ArrayList<>();
        acts.forEach(act -> events.add(act.event(events.size(), imported)));
        return events;
    }

    Set<String> users() {
        return acts.stream().map(Act::user).collect(Collectors.toCollection(TreeSet::new));
    }

    static UUID id(String user) {
        return Partitions.customer("user", user);
    }

    /** How an account of these is called. */
    static AccountName called(String account) {
        int end = account.indexOf(':');
        return end < 0
                ? new AccountName("", account)
                : new AccountName(account.substring(0, end), account.substring(end + 1));
    }

    /** Who belongs to an account in the end. */
    Set<UUID> members(String account) {
        return users().stream()
                .filter(user -> did(user).anyMatch(event -> isOf(event, account)))
                .map(AccountPlay::id)
                .collect(Collectors.toSet());
    }

    /** What was said last of an account; of two values said at once, the one that sorts later. */
    @Nullable Object said(String account, String trait) {
        return events().stream()
                .filter(event -> event.groupId() != null && isOf(event, account))
                .filter(event -> event.traits().containsKey(trait))
                .max(
                        Comparator.comparing(Event::occurredAt)
                                .thenComparing(event -> "" + event.traits().get(trait)))
                .flatMap(event -> Optional.ofNullable(event.traits().get(trait)))
                .orElse(null);
    }

    /** The segments that somebody is in. */
    Set<String> segments(String user) {
        List<Event> theirs = did(user).toList();
        if (theirs.isEmpty()) {
            return Set.of();
        }
        String account = current(theirs);
        Object plan = said(account, "plan");
        boolean large = said(account, "seats") instanceof Integer seats && seats >= 5;
        boolean bought = theirs.stream().anyMatch(event -> event.name().equals("Bought"));
        Set<String> in = new TreeSet<>();
        if ("pro".equals(plan)) {
            in.add(ON_PRO.toString());
        }
        if (plan == null) {
            in.add(NO_PLAN.toString());
        }
        if (large && bought) {
            in.add(BUYERS.toString());
        }
        return in;
    }

    /**
     * Of the type of which a call spoke last, or else anything did first, the one that was said
     * last.
     */
    private static String current(List<Event> theirs) {
        Comparator<String> byType =
                Comparator.<String, Instant>comparing(
                                type ->
                                        times(theirs, type, true)
                                                .max(Comparator.naturalOrder())
                                                .orElse(Instant.MIN))
                        .reversed()
                        .thenComparing(
                                type ->
                                        times(theirs, type, false)
                                                .min(Comparator.naturalOrder())
                                                .orElseThrow())
                        .thenComparing(Comparator.naturalOrder());
        String type =
                theirs.stream()
                        .map(AccountPlay::account)
                        .filter(account -> !account.isEmpty())
                        .map(account -> called(account).type())
                        .min(byType)
                        .orElse("");
        return theirs.stream()
                .filter(event -> isOfType(event, type))
                .max(Comparator.comparing(Event::occurredAt).thenComparing(AccountPlay::account))
                .map(AccountPlay::account)
                .orElse("");
    }

    private static Stream<Instant> times(List<Event> theirs, String type, boolean ofCalls) {
        return theirs.stream()
                .filter(event -> isOfType(event, type))
                .filter(event -> !ofCalls || event.groupId() != null)
                .map(Event::occurredAt);
    }

    private static boolean isOfType(Event event, String type) {
        String account = account(event);
        return !account.isEmpty() && called(account).type().equals(type);
    }

    private static boolean isOf(Event event, String account) {
        return account(event).equals(account);
    }

    /** The account that an event speaks of; empty when it speaks of none. */
    private static String account(Event event) {
        if (event.properties().get("$groups") instanceof Map<?, ?> groups) {
            return groups.entrySet().stream()
                    .map(each -> called(each.getKey(), each.getValue()))
                    .findFirst()
                    .orElse("");
        }
        return event.groupId() == null
                ? ""
                : called(event.properties().get("$group_type"), event.groupId());
    }

    private static String called(@Nullable Object type, @Nullable Object id) {
        return "".equals(type) ? "" + id : type + ":" + id;
    }

    /** What those did who are this person in the end; nothing of one who became another. */
    private Stream<Event> did(String person) {
        return events().stream().filter(event -> is(event.userId() + "").equals(person));
    }

    private String is(String user) {
        String into = found.get(user);
        return into == null ? user : is(into);
    }
}
