package io.itinera.contracts.activity;

import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.util.List;
import java.util.UUID;

/**
 * A merge that was undone. It is told twice: on the partition of {@code into} when that one is
 * without the other again, and on that of {@code from} when that one is there again.
 *
 * @param from the customer that had ended and is there again
 * @param into the customer that had gone on
 * @param origins everyone whose past goes back to {@code from}: itself, and who had become it
 */
@Wire
public record Unmerge(UUID from, UUID into, List<UUID> origins) {
    public Unmerge {
        origins = Frozen.list(origins);
    }
}
