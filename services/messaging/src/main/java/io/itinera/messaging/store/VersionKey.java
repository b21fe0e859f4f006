package io.itinera.messaging.store;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** By what a version is known. */
@Embeddable
record VersionKey(UUID template, int version) {}
