package io.itinera.collector.hooks.signatures;

/** The sentences that several schemes say. */
final class Complaints {
    private Complaints() {}

    static String missing(String header) {
        return "The header " + header + " is missing: deliveries to this source must be signed";
    }

    static String wrong(String header) {
        return "The signature in the header "
                + header
                + " is not of this body, made with this source's secret";
    }
}
