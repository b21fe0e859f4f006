package io.itinera.insights.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.Flaw;
import io.itinera.contracts.condition.Circle;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FilterLimitsTest {

    @Test
    void whatTheTablesCannotAnswerIsNamedWithItsPlace() {
        Condition where =
                new Condition.All(
                        List.of(
                                asking(new io.itinera.contracts.condition.Test.Matches("^a")),
                                new Condition.Not(
                                        asking(
                                                new io.itinera.contracts.condition.Test.Before(
                                                        new Moment.At("2026-06-01")))),
                                asking(
                                        new io.itinera.contracts.condition.Test.Near(
                                                new Circle(1.5, 2.5, 3.5)))));
        assertEquals(
                List.of(
                        new Flaw(
                                "/where/all/1/not/property/test",
                                "a funnel does not compare moments yet"),
                        new Flaw(
                                "/where/all/2/property/test", "a funnel does not know places yet")),
                FilterLimits.of(where, "/where"));
    }

    private static Condition asking(io.itinera.contracts.condition.Test test) {
        return new Condition.Property("it", test);
    }
}
