package io.itinera.segmentation.domain.customer;

import java.util.UUID;

/** Who is found under a customer's id: the customer, or a note of where they went. */
public sealed interface Resident permits Customer, Resident.Moved {

    /**
     * A customer who was found to be another.
     *
     * @param into the other
     */
    record Moved(UUID into) implements Resident {}
}
