package io.itinera.contracts.definitions;

import io.itinera.contracts.Wire;
import io.itinera.contracts.condition.Condition;

/**
 * A condition with the name by which reasons speak of it.
 *
 * @param name such as {@code ordered}; letters, digits and underscores
 * @param when the condition
 */
@Wire
public record Rule(String name, Condition when) {}
