package io.itinera.messaging.store;

import jakarta.persistence.Embeddable;

/** By what an address is known: its workspace, its channel, and itself in lower case. */
@Embeddable
record AddressKey(String workspace, String channel, String address) {}
