package io.itinera.contracts.condition;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Something that a customer does.
 *
 * @param event the event's name
 * @param where what the event must satisfy: {@link Condition.Property} alone, or joined by all,
 *     any, not
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Step(String event, @Nullable Condition where) {}
