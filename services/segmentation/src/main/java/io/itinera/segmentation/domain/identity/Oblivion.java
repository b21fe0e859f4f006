package io.itinera.segmentation.domain.identity;

import io.itinera.segmentation.domain.people.Erasure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device of an erased person is to be forgotten, unless it is somebody else's by now; it is
 * decided where the device's events are.
 *
 * @param erasure whose
 * @param device the anonymous id
 * @param from the evidence with which to go on; null at the beginning
 * @param removed how much was taken out before that
 */
public record Oblivion(Erasure erasure, String device, @Nullable Place from, long removed) {

    /**
     * A line of a device's ledger.
     *
     * @param at when its evidence was received
     * @param evidence the event that says so
     */
    public record Place(Instant at, String evidence) {}

    /** One that begins. */
    public static Oblivion of(Erasure erasure, String device) {
        return new Oblivion(erasure, device, null, 0);
    }

    /** The rest of it. */
    public Oblivion goingOn(Place next, long more) {
        return new Oblivion(erasure, device, next, removed + more);
    }
}
