package io.itinera.gateway.api;

import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Keep;
import io.itinera.contracts.settings.PlanMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a source lets in, as it is sent; what is absent is the default.
 *
 * @param origins from which browsers may send; empty lets every one
 * @param eventsPerSecond how many events it takes in a second; absent sets no limit
 * @param address how much of the sender's IP address is kept; none when absent
 * @param userAgent how much of the sender's user agent is kept; full when absent
 * @param plan what becomes of an event that the tracking plan does not foresee; allow when absent
 * @param traitsFromContext whether {@code context.traits} of any call updates the profile
 */
record RulesRequest(
        List<String> origins,
        @Nullable Integer eventsPerSecond,
        @Nullable Keep address,
        @Nullable Keep userAgent,
        @Nullable PlanMode plan,
        boolean traitsFromContext) {
    private static final int MOST_ORIGINS = 50;
    private static final int MOST_EVENTS_PER_SECOND = 1_000_000;

    RulesRequest {
        origins = origins == null ? List.of() : List.copyOf(origins);
    }

    void check(Shape shape) {
        shape.require(
                origins.size() <= MOST_ORIGINS,
                "/rules/origins",
                "has at most " + MOST_ORIGINS + " origins");
        for (int at = 0; at < origins.size(); at++) {
            shape.require(
                    Origin.of(origins.get(at)).isPresent(),
                    "/rules/origins/" + at,
                    "is an origin such as https://shop.example");
        }
        shape.require(
                eventsPerSecond == null
                        || (eventsPerSecond >= 1 && eventsPerSecond <= MOST_EVENTS_PER_SECOND),
                "/rules/eventsPerSecond",
                "is between 1 and " + MOST_EVENTS_PER_SECOND + ", or absent for no limit");
    }

    IntakeRules rules() {
        IntakeRules usual = IntakeRules.DEFAULT;
        return new IntakeRules(
                origins.stream().map(Origin::of).flatMap(Optional::stream).distinct().toList(),
                eventsPerSecond,
                address == null ? usual.address() : address,
                userAgent == null ? usual.userAgent() : userAgent,
                plan == null ? usual.plan() : plan,
                traitsFromContext);
    }
}
