package io.itinera.contracts.attribute;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Wire;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A part of a score.
 *
 * @param name what people call it
 * @param weight how much it counts beside the others; more than 0
 * @param of the number that it comes from
 * @param scale how many points, 0 to 100, that number gives
 * @param halfLife how long until a trait that nobody confirms counts for half its points; always
 *     for all of them when absent
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Factor(
        String name,
        BigDecimal weight,
        FactorSource of,
        Scale scale,
        @Nullable Duration halfLife) {}
