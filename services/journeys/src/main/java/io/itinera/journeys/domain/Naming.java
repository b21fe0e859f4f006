package io.itinera.journeys.domain;

import java.time.Instant;
import java.util.UUID;

/** Gives ids: the same arguments, the same id, so that a step taken again says the same. */
public interface Naming {

    /** The id of a run that this activity begins. */
    UUID enrollment(UUID journey, UUID customer, String activity, Instant at);

    /** The key of a send, from here to the provider's idempotency header. */
    UUID send(String workspace, UUID journey, UUID enrollment, String node, int visit);
}
