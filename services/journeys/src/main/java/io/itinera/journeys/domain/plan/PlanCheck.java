package io.itinera.journeys.domain.plan;

import io.itinera.contracts.definitions.JourneyDefinition;
import io.itinera.contracts.definitions.JourneyPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks of a draft what publishing will ask, by doing it. */
public final class PlanCheck {
    private static final UUID NOBODY = new UUID(0, 0);

    private PlanCheck() {}

    /** What keeps this plan from being published; empty when nothing does. */
    public static List<Flaw> flaws(JourneyPlan plan) {
        try {
            Version.compile(new JourneyDefinition(NOBODY, 1, "", Instant.EPOCH, plan, Map.of()));
            return List.of();
        } catch (InvalidPlan invalid) {
            return invalid.flaws();
        }
    }
}
