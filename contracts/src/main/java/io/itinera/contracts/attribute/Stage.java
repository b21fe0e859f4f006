package io.itinera.contracts.attribute;

import io.itinera.contracts.Wire;
import io.itinera.contracts.condition.Condition;

/**
 * A part of a customer's way.
 *
 * @param name what people call it, and the trait's value
 * @param when who is in it, unless a later one has them
 */
@Wire
public record Stage(String name, Condition when) {}
