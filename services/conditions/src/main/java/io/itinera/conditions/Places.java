package io.itinera.conditions;

import io.itinera.contracts.condition.Circle;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Places on the earth, and how far they are from one another. */
final class Places {
    /** R1, the mean radius of the ellipsoid GRS 80 (Moritz, Journal of Geodesy 74, 2000). */
    private static final double EARTH_RADIUS_KM = 6371.0088;

    private static final double MAX_LATITUDE = 90;
    private static final double MAX_LONGITUDE = 180;

    private Places() {}

    static boolean isLatitude(double degrees) {
        return Math.abs(degrees) <= MAX_LATITUDE;
    }

    static boolean isLongitude(double degrees) {
        return Math.abs(degrees) <= MAX_LONGITUDE;
    }

    /** Whether a value is a place that lies in a circle. */
    static boolean lies(@Nullable Object value, Circle circle) {
        if (!(value instanceof Map<?, ?> place)) {
            return false;
        }
        double latitude = degrees(place, "latitude", "lat");
        double longitude = degrees(place, "longitude", "lng", "lon");
        return isLatitude(latitude)
                && isLongitude(longitude)
                && kilometres(circle, latitude, longitude) <= circle.kilometres();
    }

    /** The first of these that is a number; one that is nowhere when none is. */
    private static double degrees(Map<?, ?> place, String... names) {
        for (String name : names) {
            if (place.get(name) instanceof Number degrees) {
                return degrees.doubleValue();
            }
        }
        return Double.NaN;
    }

    /** The haversine formula (Sinnott, Sky and Telescope 68, 1984): exact for near places too. */
    private static double kilometres(Circle from, double latitude, double longitude) {
        double north = Math.toRadians(from.latitude());
        double otherNorth = Math.toRadians(latitude);
        double across = Math.sin((otherNorth - north) / 2);
        double along = Math.sin(Math.toRadians(longitude - from.longitude()) / 2);
        double chord = across * across + Math.cos(north) * Math.cos(otherNorth) * along * along;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
