package io.itinera.messaging.store;

import jakarta.persistence.Embeddable;

/** By what an item is known. */
@Embeddable
record ItemKey(String workspace, String id) {}
