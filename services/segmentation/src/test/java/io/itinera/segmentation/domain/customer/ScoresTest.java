package io.itinera.segmentation.domain.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.Derived;
import io.itinera.contracts.attribute.AttributeRule;
import io.itinera.contracts.attribute.Factor;
import io.itinera.contracts.attribute.FactorSource;
import io.itinera.contracts.attribute.RiskLevels;
import io.itinera.contracts.attribute.Scale;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ScoresTest {
    private static final Instant START = Lives.START;
    private static final RiskLevels LEVELS =
            new RiskLevels(
                    "risk_level",
                    List.of(
                            new RiskLevels.Level("high", 0),
                            new RiskLevels.Level("medium", 40),
                            new RiskLevels.Level("low", 70)),
                    3);

    @Test
    void scoreIsTheMeanOfTheKnownFactorsByTheirWeights() {
        Lives life =
                health(
                        List.of(
                                trait("logins", 3, null),
                                trait("nps", 1, null),
                                trait("unknown", 9, null)),
                        null,
                        1);
        life.happened(Lives.identify("e1", Map.of("logins", 80, "nps", 20), START, START));
        assertEquals(65L, life.customer().traitValues().get("health_score"));
    }

    @Test
    void customerOfWhomNoFactorIsKnownHasNoScore() {
        Lives life = health(List.of(trait("logins", 1, null)), LEVELS, 1);
        life.happened(Lives.track("e1", "Viewed", START));
        assertEquals(Map.of(), life.customer().traitValues());
    }

    @Test
    void changeIsToldWithItsFactorsOnceItIsAStepFromWhatWasTold() {
        Lives life = health(List.of(trait("logins", 1, null)), null, 10);
        said(life, 0, 50);
        Activity small = said(life, 1, 58);
        Activity large = said(life, 2, 61);
        assertEquals(
                List.of(
                        List.of(),
                        List.of(
                                new Derived(
                                        "event/2/0",
                                        "customer.health_score_changed",
                                        Map.of(
                                                "old", 50L,
                                                "new", 61L,
                                                "delta", 11L,
                                                "factors",
                                                        List.of(
                                                                Map.of(
                                                                        "name", "logins",
                                                                        "points", 61.0,
                                                                        "weight", 1.0))),
                                        Map.of()))),
                List.of(small.derived(), large.derived()));
    }

    @Test
    void levelIsLeftOnlyBeyondTheHysteresis() {
        Lives life = health(List.of(trait("logins", 1, null)), LEVELS, 100);
        said(life, 0, 72);
        Activity within = said(life, 1, 67);
        Activity beyond = said(life, 2, 66);
        Activity back = said(life, 3, 72);
        assertEquals(
                List.of(List.of(), List.of("low to medium"), List.of(), "medium"),
                List.of(
                        changes(within),
                        changes(beyond),
                        changes(back),
                        life.customer().traitValues().get("risk_level")));
    }

    @Test
    void traitThatNobodyConfirmsCountsHalfAfterItsHalfLife() {
        Lives life = health(List.of(trait("nps", 1, Duration.ofDays(10))), null, 1);
        said(life, "nps", 0, 80);
        Instant look = START.plus(Duration.ofDays(10));
        life.take(new Input.TimePassed(), look.plus(Duration.ofDays(1)));
        long score = (Long) life.customer().traitValues().get("health_score");
        assertEquals(true, score <= 40 && score >= 37, "it is " + score);
    }

    @Test
    void confirmedTraitCountsWholeAgain() {
        Lives life = health(List.of(trait("nps", 1, Duration.ofDays(10))), null, 1);
        said(life, "nps", 0, 80);
        Instant later = START.plus(Duration.ofDays(20));
        life.happened(Lives.identify("again", Map.of("nps", 80), later, later));
        life.take(new Input.TimePassed(), later.plus(Duration.ofDays(1)));
        long score = (Long) life.customer().traitValues().get("health_score");
        assertEquals(true, score >= 74, "it is " + score);
    }

    @Test
    void daysSinceAnEventLowerTheScoreDayByDay() {
        Factor usage =
                new Factor(
                        "usage",
                        BigDecimal.ONE,
                        new FactorSource.DaysSince("Session"),
                        new Scale.Linear(BigDecimal.valueOf(10), BigDecimal.ZERO),
                        null);
        Lives life = health(List.of(usage), null, 1);
        life.happened(Lives.track("e1", "Session", START));
        List<Activity> told =
                life.take(new Input.TimePassed(), START.plus(Duration.ofDays(15))).activities();
        assertEquals(
                List.of(11, 0L),
                List.of(told.size(), life.customer().traitValues().get("health_score")),
                "each day at the same second, until it can fall no further");
    }

    private static Lives health(List<Factor> factors, @Nullable RiskLevels levels, int step) {
        return Lives.with(
                Lives.attribute("health_score", new AttributeRule.Score(factors, levels, step)));
    }

    private static Factor trait(String name, int weight, @Nullable Duration halfLife) {
        return new Factor(
                name,
                BigDecimal.valueOf(weight),
                new FactorSource.Trait(name),
                new Scale.Linear(BigDecimal.ZERO, BigDecimal.valueOf(100)),
                halfLife);
    }

    private static Activity said(Lives life, int second, int value) {
        return said(life, "logins", second, value);
    }

    private static Activity said(Lives life, String trait, int second, int value) {
        Instant at = START.plusSeconds(second);
        return life.happened(Lives.identify("" + second, Map.of(trait, value), at, at))
                .activities()
                .getLast();
    }

    private static List<String> changes(Activity activity) {
        return activity.derived().stream()
                .filter(it -> it.name().equals("customer.risk_level_changed"))
                .map(it -> it.properties().get("from") + " to " + it.properties().get("to"))
                .toList();
    }
}
