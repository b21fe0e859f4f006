package io.itinera.conditions.oracle;

import com.fasterxml.jackson.databind.JsonNode;

/** The earth as a ball, by vectors from its centre. */
final class Globe {
    private static final double RADIUS = 6371.0088;

    private Globe() {}

    /** How far a value is from a place; farther than anything when it is no place. */
    static double kilometres(JsonNode value, JsonNode from) {
        JsonNode north = value.has("latitude") ? value.get("latitude") : value.path("lat");
        JsonNode east =
                value.has("longitude")
                        ? value.get("longitude")
                        : value.path(value.has("lng") ? "lng" : "lon");
        boolean place =
                north.isNumber()
                        && east.isNumber()
                        && Math.abs(north.doubleValue()) <= 90
                        && Math.abs(east.doubleValue()) <= 180;
        if (!place) {
            return Double.POSITIVE_INFINITY;
        }
        double[] here = vector(north.doubleValue(), east.doubleValue());
        double[] there =
                vector(from.get("latitude").doubleValue(), from.get("longitude").doubleValue());
        double along = here[0] * there[0] + here[1] * there[1] + here[2] * there[2];
        double x = here[1] * there[2] - here[2] * there[1];
        double y = here[2] * there[0] - here[0] * there[2];
        double z = here[0] * there[1] - here[1] * there[0];
        return RADIUS * Math.atan2(Math.sqrt(x * x + y * y + z * z), along);
    }

    private static double[] vector(double latitude, double longitude) {
        double north = Math.toRadians(latitude);
        double east = Math.toRadians(longitude);
        return new double[] {
            Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)
        };
    }
}
