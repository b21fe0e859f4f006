package io.itinera.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.transitions.Transition;
import io.itinera.contracts.transitions.TransitionKind;
import io.itinera.journeys.domain.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds of the cart drop whatever customers do, in whatever order. */
final class JourneyProperties {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final UUID JOURNEY = new UUID(7, 7);
    private static final String WORKSPACE = "w";
    private static final int CUSTOMERS = 3;
    private static final int CARTS = 2;

    /** Something that one customer does with one cart, so long after the last record. */
    record Act(int customer, int cart, int product, String name, int afterSeconds) {}

    @Provide
    Arbitrary<List<Act>> acts() {
        Arbitrary<String> names =
                Arbitraries.frequency(
                        Tuple.of(6, "Product Added"),
                        Tuple.of(2, "Product Removed"),
                        Tuple.of(2, "Order Completed"));
        return Combinators.combine(
                        Arbitraries.integers().between(0, CUSTOMERS - 1),
                        Arbitraries.integers().between(0, CARTS - 1),
                        Arbitraries.integers().between(0, 2),
                        names,
                        Arbitraries.integers().between(0, 20))
                .as(Act::new)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 300)
    void messageLeavesExactlyWhenTheCartRestedAndWasNeverBought(@ForAll("acts") List<Act> acts) {
        TestTask task = task();
        play(task, acts, new Random(1), 0);
        List<String> sent =
                sends(task.effects()).stream()
                        .map(
                                send ->
                                        send.customer()
                                                + " "
                                                + send.trigger().properties().get("cart_id")
                                                + " "
                                                + send.requestedAt())
                        .sorted()
                        .toList();
        assertEquals(Oracle.expected(acts), sent);
    }

    @Property(tries = 200)
    void noMessageIsAskedForTwiceAndNoTransitionToldTwice(@ForAll("acts") List<Act> acts) {
        TestTask task = task();
        play(task, acts, new Random(2), 3);
        List<Effect> effects = task.effects();
        assertNoneTwice(sends(effects).stream().map(Send::key).toList());
        assertNoneTwice(transitions(effects).stream().map(Transition::id).toList());
    }

    @Property(tries = 200)
    void restartsTicksAndBatchesDoNotChangeThePath(
            @ForAll("acts") List<Act> acts, @ForAll long seed) {
        TestTask plain = task();
        play(plain, acts, new Random(0), 0);
        TestTask shaken = task();
        AtomicLong nanos = new AtomicLong();
        Random random = new Random(seed);
        shaken.takes(() -> nanos.addAndGet(random.nextInt(40_000_000)));
        play(shaken, acts, random, 4);
        assertEquals(paths(plain.effects()), paths(shaken.effects()));
    }

    @Property(tries = 100)
    void nothingIsRememberedOnceAllHasPassed(@ForAll("acts") List<Act> acts) {
        TestTask task = task();
        play(task, acts, new Random(3), 0);
        Instant later = START.plus(Duration.ofDays(400));
        task.tick(later);
        assertEquals(0, task.remembered());
    }

    @Property(tries = 200)
    void everyRunThatEnteredEndsOnce(@ForAll("acts") List<Act> acts) {
        TestTask task = task();
        play(task, acts, new Random(4), 2);
        Map<UUID, Integer> ends = new HashMap<>();
        for (Transition told : transitions(task.effects())) {
            if (told.kind() == TransitionKind.entered) {
                ends.put(told.enrollment(), 0);
            } else if (told.kind() == TransitionKind.ended) {
                ends.merge(told.enrollment(), 1, Integer::sum);
            }
        }
        assertTrue(ends.values().stream().allMatch(count -> count == 1));
    }

    private static void assertNoneTwice(List<?> all) {
        assertEquals(all.size(), Set.copyOf(all).size());
    }

    private static TestTask task() {
        TestTask task = new TestTask();
        task.publish(WORKSPACE, JOURNEY, 1, TestPlans.cartDrop(WAIT.toString()));
        return task;
    }

    /** Reads the acts; now and then, one time in so many, a tick, a restart or a punctuation. */
    private static void play(TestTask task, List<Act> acts, Random random, int oneIn) {
        Instant at = START;
        int number = 0;
        for (Act act : acts) {
            Instant next = at.plusSeconds(act.afterSeconds());
            if (oneIn > 0 && random.nextInt(oneIn) == 0) {
                shake(task, random, at, next);
            }
            at = next;
            task.activity(activity(act, "e" + number++, at), null);
        }
        task.tick(at.plus(WAIT));
        for (int i = 0; i < 100; i++) {
            task.catchUp();
        }
    }

    private static void shake(TestTask task, Random random, Instant last, Instant next) {
        switch (random.nextInt(3)) {
            case 0 -> task.restart();
            case 1 -> task.catchUp();
            default -> {
                long gap = Duration.between(last, next).toMillis();
                task.tick(last.plusMillis(gap == 0 ? 0 : random.nextLong(gap)));
            }
        }
    }

    private static Activity activity(Act act, String id, Instant at) {
        return Happenings.of(WORKSPACE, new UUID(1, act.customer()))
                .event(
                        id,
                        at,
                        act.name(),
                        Map.of("cart_id", "c" + act.cart(), "product_id", "p" + act.product()));
    }

    private static List<Send> sends(List<Effect> effects) {
        List<Send> sends = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Ask(Send send, var _)) {
                sends.add(send);
            }
        }
        return sends;
    }

    private static List<Transition> transitions(List<Effect> effects) {
        List<Transition> told = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Tell(Transition transition, var _)) {
                told.add(transition);
            }
        }
        return told;
    }

    /** Each customer's transitions in order; between customers there is none. */
    private static Map<UUID, List<Transition>> paths(List<Effect> effects) {
        Map<UUID, List<Transition>> paths = new HashMap<>();
        for (Transition told : transitions(effects)) {
            paths.computeIfAbsent(told.customer(), _ -> new ArrayList<>()).add(told);
        }
        return paths;
    }

    /** The cart drop said once more, without an engine: per cart, by hand. */
    private static final class Oracle {
        private final List<String> sent = new ArrayList<>();

        static List<String> expected(List<Act> acts) {
            Oracle oracle = new Oracle();
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                for (int cart = 0; cart < CARTS; cart++) {
                    oracle.follow(acts, customer, cart);
                }
            }
            return oracle.sent.stream().sorted().toList();
        }

        private void follow(List<Act> acts, int customer, int cart) {
            Set<Integer> inCart = new HashSet<>();
            Instant at = START;
            Instant due = Instant.MAX;
            for (Act act : acts) {
                at = at.plusSeconds(act.afterSeconds());
                if (act.customer() != customer || act.cart() != cart) {
                    continue;
                }
                if (!due.isAfter(at)) {
                    send(customer, cart, due);
                    due = Instant.MAX;
                    inCart.clear();
                }
                switch (act.name()) {
                    case "Product Added" -> {
                        inCart.add(act.product());
                        due = at.plus(WAIT);
                    }
                    case "Product Removed" -> {
                        inCart.remove(act.product());
                        due = inCart.isEmpty() ? Instant.MAX : due;
                    }
                    default -> {
                        inCart.clear();
                        due = Instant.MAX;
                    }
                }
            }
            if (!due.isAfter(at.plus(WAIT))) {
                send(customer, cart, due);
            }
        }

        private void send(int customer, int cart, Instant due) {
            sent.add(new UUID(1, customer) + " c" + cart + " " + due);
        }
    }
}
