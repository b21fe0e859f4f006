package io.itinera.segmentation.domain.attributes;

import io.itinera.contracts.attribute.AttributeRule;
import io.itinera.contracts.attribute.DateSource;
import io.itinera.contracts.attribute.Factor;
import io.itinera.contracts.attribute.FactorSource;
import io.itinera.contracts.attribute.RiskLevels;
import io.itinera.contracts.attribute.Scale;
import io.itinera.contracts.attribute.Stage;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Attributes that most workspaces want, to be switched on as they are or changed first. */
public final class ReadyMade {
    private static final String ORDERED = "Order Completed";
    private static final Duration YEAR = Duration.ofDays(365);

    private ReadyMade() {}

    /**
     * One of them.
     *
     * @param name the trait
     * @param rule how it is made
     */
    public record Offer(String name, AttributeRule rule) {}

    /** All of them. */
    public static List<Offer> all() {
        return List.of(
                new Offer("rfm", rfm()),
                new Offer("lifecycle_stage", lifecycle()),
                new Offer("health_score", health()),
                new Offer("contract_expiring", contract()),
                new Offer("interaction_missed", interaction()),
                new Offer("service_reminder", service()));
    }

    private static AttributeRule rfm() {
        return new AttributeRule.Rfm(
                ORDERED,
                "total",
                new Window.Last(YEAR),
                List.of(30, 90, 180, 270),
                List.of(2, 3, 5, 10),
                Stream.of(50, 200, 500, 1000).map(BigDecimal::valueOf).toList());
    }

    private static AttributeRule lifecycle() {
        return new AttributeRule.Stages(
                List.of(
                        new Stage("visitor", new Condition.All(List.of())),
                        new Stage("customer", ordered(1)),
                        new Stage("regular", ordered(3))),
                false);
    }

    private static Condition ordered(int times) {
        return new Condition.Performed(ORDERED, new Times(times, null), null, null);
    }

    private static AttributeRule health() {
        return new AttributeRule.Score(
                List.of(
                        new Factor(
                                "usage",
                                BigDecimal.TWO,
                                new FactorSource.DaysSince("$page"),
                                new Scale.Linear(BigDecimal.valueOf(30), BigDecimal.ZERO),
                                null),
                        new Factor(
                                "purchases",
                                BigDecimal.ONE,
                                new FactorSource.DaysSince(ORDERED),
                                new Scale.Linear(BigDecimal.valueOf(180), BigDecimal.ZERO),
                                null),
                        new Factor(
                                "satisfaction",
                                BigDecimal.ONE,
                                new FactorSource.Trait("nps"),
                                new Scale.Linear(BigDecimal.ZERO, BigDecimal.TEN),
                                Duration.ofDays(180))),
                new RiskLevels(
                        "risk_level",
                        List.of(
                                new RiskLevels.Level("critical", 0),
                                new RiskLevels.Level("high", 25),
                                new RiskLevels.Level("medium", 50),
                                new RiskLevels.Level("low", 70)),
                        3),
                5);
    }

    private static AttributeRule contract() {
        return new AttributeRule.Reminders(
                "customer.contract_expiring",
                new DateSource.Trait("contract_end"),
                Stream.of(90, 60, 30, 7).map(Duration::ofDays).toList());
    }

    private static AttributeRule interaction() {
        return new AttributeRule.Reminders(
                "interaction.missed",
                new DateSource.Slot(
                        "interaction.scheduled",
                        "interaction_id",
                        "due_at",
                        List.of("interaction.completed", "interaction.cancelled")),
                List.of(Duration.ZERO));
    }

    private static AttributeRule service() {
        return new AttributeRule.Reminders(
                "service.reminder",
                new DateSource.Slot(
                        "service.scheduled",
                        "service_id",
                        "slot_at",
                        List.of("service.completed", "service.cancelled")),
                List.of(Duration.ofDays(1), Duration.ofHours(2)));
    }
}
