package io.itinera.segmentation.api;

/** How a file of members is written, named as on the wire. */
enum MemberFormat {
    /** Comma-separated values (RFC 4180). */
    csv,
    /** One JSON object a line. */
    ndjson;

    String mediaType() {
        return switch (this) {
            case csv -> "text/csv;charset=UTF-8";
            case ndjson -> "application/x-ndjson";
        };
    }
}
