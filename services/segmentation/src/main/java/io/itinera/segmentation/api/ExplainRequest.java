package io.itinera.segmentation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.condition.Condition;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why does a condition hold for a customer, or not?
 *
 * @param customer the customer
 * @param condition the condition; it need not be published
 * @param segment the segment whose condition it is; none when absent
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplainRequest(UUID customer, Condition condition, @Nullable UUID segment) {}
