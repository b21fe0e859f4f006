package io.itinera.segmentation.domain.customer;

import java.util.UUID;

/**
 * Who is found under a customer's id: the customer, a note of where they went, or that they were
 * erased.
 */
public sealed interface Resident permits Customer, Resident.Moved, Resident.Erased {

    /**
     * A customer who was found to be another.
     *
     * @param into the other
     */
    record Moved(UUID into) implements Resident {}

    /**
     * A customer who was erased: what still comes for them is not taken.
     *
     * @param erasure by which erasure
     * @param root the customer whom it was about
     */
    record Erased(UUID erasure, UUID root) implements Resident {}
}
