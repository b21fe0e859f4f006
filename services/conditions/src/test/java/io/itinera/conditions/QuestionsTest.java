package io.itinera.conditions;

import static io.itinera.conditions.Written.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.ListHistory.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What questions about history answer, by example. */
final class QuestionsTest {
    private static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sum      | {'equals': 60.5}   | true",
                "average  | {'lessThan': 20.2} | true",
                "minimum  | {'equals': 10}     | true",
                "maximum  | {'equals': 30.5}   | true",
                "distinct | {'equals': 4}      | true",
                "distinct | {'in': [1, 5]}     | false",
            })
    void aggregateTakesInWhatItCounts(String of, String test, boolean holds) throws Exception {
        List<Done> orders =
                List.of(
                        done("Order", 5, Map.of("total", 10)),
                        done("Order", 4, Map.of("total", 20)),
                        done("Order", 3, Map.of("total", 20.0)),
                        done("Order", 2, Map.of("total", 30.5)),
                        done("Order", 1, Map.of("total", "many")),
                        done("Order", 1, Map.of()),
                        done("Visit", 1, Map.of("total", 1_000)));
        List<Done> counted = of.equals("distinct") ? orders : without(orders, 2);
        assertEquals(
                Verdict.of(holds),
                ask(
                        "{'aggregate': {'of': '%s', 'event': 'Order', 'property': 'total', 'test': %s}}"
                                .formatted(of, test),
                        counted));
    }

    @Test
    void decimalsAddUpAsPeopleAddThem() throws Exception {
        List<Done> tenths =
                IntStream.range(0, 3)
                        .mapToObj(day -> done("Order", day + 1, Map.of("total", 0.1)))
                        .toList();
        assertEquals(
                Verdict.of(true),
                ask(
                        "{'aggregate': {'of': 'sum', 'event': 'Order', 'property': 'total', 'test': {'equals': 0.3}}}",
                        tenths));
    }

    @Test
    void averageKeepsMoreDigitsThanAnyBoundHas() throws Exception {
        List<Done> thirds =
                List.of(
                        done("Order", 3, Map.of("total", 1)),
                        done("Order", 2, Map.of("total", 2)),
                        done("Order", 1, Map.of("total", 2)));
        assertEquals(
                Verdict.of(true),
                ask(
                        "{'aggregate': {'of': 'average', 'event': 'Order', 'property': 'total',"
                                + " 'test': {'lessThan': 1.6666666666666667}}}",
                        thirds));
    }

    @Test
    void numberOfNothingIsNotKnown() throws Exception {
        String sum =
                "{'aggregate': {'of': 'sum', 'event': 'Order', 'property': 'total', 'test': %s}}";
        assertEquals(Verdict.of(false), ask(sum.formatted("{'atMost': 10}"), List.of()));
        assertEquals(Verdict.of(true), ask(sum.formatted("{'exists': false}"), List.of()));
    }

    @Test
    void sumTurnsWhenTheOrderThatItNeedsLeavesTheWindow() throws Exception {
        List<Done> orders =
                List.of(
                        done("Order", 6, Map.of("total", 1)),
                        done("Order", 5, Map.of("total", 50)),
                        done("Order", 1, Map.of("total", 60)));
        assertEquals(
                Verdict.until(true, NOW.plus(DAY.multipliedBy(2))),
                ask(
                        "{'aggregate': {'of': 'sum', 'event': 'Order', 'property': 'total',"
                                + " 'window': {'last': 'P7D'}, 'test': {'atLeast': 100}}}",
                        orders));
    }

    @Test
    void numberIsForgottenWhenItsLastEventLeaves() throws Exception {
        assertEquals(
                Verdict.until(false, NOW.plus(DAY.multipliedBy(6))),
                ask(
                        "{'aggregate': {'of': 'maximum', 'event': 'Order', 'property': 'total',"
                                + " 'window': {'last': 'P7D'}, 'test': {'exists': false}}}",
                        List.of(done("Order", 1, Map.of("total", 60)))));
    }

    @Test
    void firstTimeAgesAndLastTimeIsRenewed() throws Exception {
        List<Done> orders = List.of(done("Order", 40, Map.of()), done("Order", 10, Map.of()));
        String lately =
                "{'occurrence': {'which': '%s', 'event': 'Order', 'test': {'after': {'ago': 'P30D'}}}}";
        assertEquals(Verdict.of(false), ask(lately.formatted("first"), orders));
        assertEquals(
                Verdict.until(true, NOW.plus(DAY.multipliedBy(20))),
                ask(lately.formatted("last"), orders));
    }

    @Test
    void whoNeverDidItHasNoFirstTime() throws Exception {
        String first = "{'occurrence': {'which': 'first', 'event': 'Order', 'test': %s}}";
        assertEquals(Verdict.of(true), ask(first.formatted("{'exists': false}"), List.of()));
        assertEquals(
                Verdict.of(false), ask(first.formatted("{'before': {'ago': 'P1D'}}"), List.of()));
    }

    private static final String BOUGHT_WHAT_WAS_VIEWED =
            "{'sequence': {'steps': [{'event': 'Viewed'}, {'event': 'Added'}, {'event': 'Ordered'}],"
                    + " 'within': 'P2D', 'window': {'last': 'P7D'}}}";

    @Test
    void sequenceHoldsUntilTheFirstStepOfTheLatestLeaves() throws Exception {
        List<Done> walk =
                List.of(
                        done("Viewed", 6, Map.of()),
                        done("Added", 5, Map.of()),
                        done("Viewed", 5, Map.of()),
                        done("Added", 4, Map.of()),
                        done("Ordered", 3, Map.of()));
        assertEquals(
                Verdict.until(true, NOW.plus(DAY.multipliedBy(2))),
                ask(BOUGHT_WHAT_WAS_VIEWED, walk));
    }

    @Test
    void stepsAtOneMomentDoNotFollowOneAnother() throws Exception {
        List<Done> atOnce =
                List.of(
                        done("Viewed", 3, Map.of()),
                        done("Added", 2, Map.of()),
                        done("Ordered", 2, Map.of()));
        assertEquals(Verdict.of(false), ask(BOUGHT_WHAT_WAS_VIEWED, atOnce));
    }

    @Test
    void sequenceThatTookTooLongIsNone() throws Exception {
        List<Done> slow =
                List.of(
                        new Done("Viewed", NOW.minus(DAY.multipliedBy(3)).minusMillis(1), Map.of()),
                        done("Added", 2, Map.of()),
                        done("Ordered", 1, Map.of()));
        assertEquals(Verdict.of(false), ask(BOUGHT_WHAT_WAS_VIEWED, slow));
    }

    private static final String CART_LEFT =
            "{'unfollowed': {'did': {'event': 'Added'}, 'by': {'event': 'Ordered'}, 'after': 'P1D',"
                    + " 'window': {'last': 'P7D'}}}";

    @Test
    void looseEndRipensAndLeaves() throws Exception {
        Instant added = NOW.minusSeconds(60);
        List<Done> cart = List.of(new Done("Added", added, Map.of()));
        assertEquals(Verdict.until(false, added.plus(DAY)), ask(CART_LEFT, cart));
        assertEquals(
                Verdict.until(true, added.plus(DAY.multipliedBy(7))),
                ask(CART_LEFT, cart, added.plus(DAY)));
    }

    @Test
    void whatFollowsTiesALooseEndAndDoingItAgainUntiesIt() throws Exception {
        List<Done> bought = List.of(done("Added", 4, Map.of()), done("Ordered", 3, Map.of()));
        List<Done> again = new ArrayList<>(bought);
        again.add(done("Added", 2, Map.of()));
        assertEquals(Verdict.of(false), ask(CART_LEFT, bought));
        assertEquals(true, ask(CART_LEFT, again).holds());
    }

    @Test
    void messageCountsItsOutcomesUnderTheirNames() throws Exception {
        String journey = "0198c5a0-2222-7aaa-8bbb-000000000002";
        List<Done> outcomes =
                List.of(
                        done("$message_clicked", 3, Map.of("journey", journey)),
                        done("$message_clicked", 2, Map.of("journey", "another")),
                        done("$consent_changed", 1, Map.of("state", "denied")));
        String clicked = "{'message': {'outcome': 'clicked', 'times': {'atLeast': 2}%s}}";
        assertEquals(Verdict.of(true), ask(clicked.formatted(""), outcomes));
        assertEquals(
                Verdict.of(false),
                ask(clicked.formatted(", 'journey': '" + journey + "'"), outcomes));
        assertEquals(Verdict.of(true), ask("{'message': {'outcome': 'unsubscribed'}}", outcomes));
    }

    @Test
    void countOfTiedEventsThatNeverComesDownToItsBoundsNeverTurns() throws Exception {
        List<Done> twins = List.of(done("Order", 1, Map.of()), done("Order", 1, Map.of()));
        assertEquals(
                Verdict.of(false),
                ask(
                        "{'performed': {'event': 'Order', 'times': {'atLeast': 1, 'atMost': 1},"
                                + " 'window': {'last': 'P7D'}}}",
                        twins));
    }

    @Test
    void questionReadsUpToItsLimitAndNotOnePastIt() throws Exception {
        String all =
                "{'aggregate': {'of': 'sum', 'event': 'Order', 'property': 'one', 'test': {'equals': "
                        + Conditions.MAX_READ
                        + "}}}";
        assertEquals(Verdict.of(true), ask(all, orders(Conditions.MAX_READ)));
        assertEquals(Verdict.of(true), ask(all, orders(Conditions.MAX_READ + 1)));
        assertEquals(Verdict.of(false), ask(all, orders(Conditions.MAX_READ - 1)));
    }

    private static List<Done> orders(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> new Done("Order", NOW.minusMillis(at), Map.of("one", 1)))
                .toList();
    }

    private static List<Done> without(List<Done> events, int index) {
        List<Done> rest = new ArrayList<>(events);
        rest.remove(index);
        return rest;
    }

    private static Done done(String name, int daysAgo, Map<String, Object> properties) {
        return new Done(name, NOW.minus(DAY.multipliedBy(daysAgo)), properties);
    }

    private static Verdict ask(String condition, List<Done> history) throws Exception {
        return ask(condition, history, NOW);
    }

    private static Verdict ask(String condition, List<Done> history, Instant now) throws Exception {
        return Conditions.compile(read(condition))
                .evaluate(Person.who(new ListHistory(history), now));
    }
}
