package io.itinera.segmentation.api;

/** How a query stands to the identity that it looks for, named as on the wire. */
enum Match {
    /** The identity begins so. */
    beginning,
    /** The identity is this and no other. */
    whole
}
