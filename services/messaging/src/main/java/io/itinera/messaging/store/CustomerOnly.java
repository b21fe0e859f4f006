package io.itinera.messaging.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** The one column that is asked for. */
@RegisterForReflection
record CustomerOnly(UUID customer) {}
