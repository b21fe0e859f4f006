package io.itinera.contracts.definitions;

import io.itinera.contracts.Wire;

/**
 * A place on the canvas.
 *
 * @param x pixels to the right
 * @param y pixels down
 */
@Wire
public record Position(double x, double y) {}
