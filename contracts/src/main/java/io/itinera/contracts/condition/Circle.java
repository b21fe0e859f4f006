package io.itinera.contracts.condition;

import io.itinera.contracts.Wire;

/**
 * The part of the earth that lies no farther than so many kilometres from a place.
 *
 * @param latitude the place's latitude in degrees, -90 to 90, north positive
 * @param longitude its longitude in degrees, -180 to 180, east positive
 * @param kilometres how far, over the ground
 */
@Wire
public record Circle(double latitude, double longitude, double kilometres) {}
