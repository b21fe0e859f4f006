package io.itinera.collector.hooks.mapping;

/** A mapping that costs more than it may; says which bound. */
final class BeyondBounds extends RuntimeException {
    BeyondBounds(String bound) {
        super(bound, null, false, false);
    }
}
