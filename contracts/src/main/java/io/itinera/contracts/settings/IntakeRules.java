package io.itinera.contracts.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source lets in, and how much of it is kept.
 *
 * @param origins the origins from which browsers may send, such as {@code https://shop.example};
 *     empty lets every one
 * @param eventsPerSecond how many events it takes in a second, over all collectors; absent sets no
 *     limit
 * @param address how much of the sender's IP address is kept; truncated keeps 24 bits of IPv4 and
 *     48 of IPv6
 * @param userAgent how much of the sender's user agent is kept; truncated keeps the products with
 *     the first number of their versions, and nothing that stands in parentheses
 * @param plan what becomes of an event that the tracking plan does not foresee
 * @param traitsFromContext whether {@code context.traits} of any call updates the profile, as those
 *     of an identify do
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record IntakeRules(
        List<String> origins,
        @Nullable Integer eventsPerSecond,
        @JsonProperty(isRequired = OptBoolean.FALSE) Keep address,
        @JsonProperty(isRequired = OptBoolean.FALSE) Keep userAgent,
        @JsonProperty(isRequired = OptBoolean.FALSE) PlanMode plan,
        @JsonProperty(isRequired = OptBoolean.FALSE) boolean traitsFromContext) {
    /** What holds where a source says nothing else. */
    public static final IntakeRules DEFAULT =
            new IntakeRules(List.of(), null, Keep.none, Keep.full, PlanMode.allow, false);

    public IntakeRules {
        origins = Frozen.list(origins);
        address = address == null ? Keep.none : address;
        userAgent = userAgent == null ? Keep.full : userAgent;
        plan = plan == null ? PlanMode.allow : plan;
        if (eventsPerSecond != null && eventsPerSecond < 1) {
            throw new IllegalArgumentException(
                    "a source takes at least one event in a second, not " + eventsPerSecond);
        }
    }
}
