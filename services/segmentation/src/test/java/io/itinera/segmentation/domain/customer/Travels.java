package io.itinera.segmentation.domain.customer;

import io.itinera.contracts.Cause;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.contracts.outcomes.WayOut;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What journeys tell of runs. */
public final class Travels {
    public static final UUID JOURNEY = new UUID(9, 9);

    private Travels() {}

    /** A run's id. */
    public static UUID run(int number) {
        return new UUID(5, number);
    }

    /** A run began. */
    public static Outcome entered(UUID customer, UUID run, Instant at) {
        return outcome(
                run + "/entered",
                customer,
                OutcomeName.JOURNEY_ENTERED,
                run,
                at,
                Map.of("event", "Product Added", "origin", customer.toString()));
    }

    /** A run is over. */
    public static Outcome left(
            UUID customer, UUID origin, UUID run, Instant entered, Instant at, WayOut way) {
        return outcome(
                run + "/left",
                customer,
                OutcomeName.JOURNEY_LEFT,
                run,
                at,
                Map.of(
                        "way", way.name(),
                        "reason", "completed",
                        "enteredAt", entered.toString(),
                        "origin", origin.toString()));
    }

    /** The same of another journey. */
    static Outcome of(UUID journey, Outcome told) {
        Cause cause = new Cause(journey, 2, told.cause().enrollment(), "done", 1, null);
        return with(told.workspace(), cause, told.hops(), told);
    }

    /** The same in another workspace. */
    public static Outcome in(String workspace, Outcome told) {
        return with(workspace, told.cause(), told.hops(), told);
    }

    /** The same, after so many others in a row. */
    public static Outcome after(int hops, Outcome told) {
        return with(told.workspace(), told.cause(), hops + 1, told);
    }

    private static Outcome with(String workspace, Cause cause, int hops, Outcome told) {
        return new Outcome(
                told.id(),
                workspace,
                told.customer(),
                told.name(),
                told.properties(),
                told.occurredAt(),
                cause,
                hops,
                told.more());
    }

    private static Outcome outcome(
            String id,
            UUID customer,
            OutcomeName name,
            UUID run,
            Instant at,
            Map<String, Object> properties) {
        Cause cause = new Cause(JOURNEY, 2, run, "done", 1, null);
        return new Outcome(id, "w", customer, name, properties, at, cause, 1, Map.of());
    }
}
