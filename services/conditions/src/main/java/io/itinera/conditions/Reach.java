package io.itinera.conditions;

import java.time.Instant;

/**
 * How far a question looks back in a history, the newest first.
 *
 * @param from the earliest {@code occurredAt} of interest, itself included
 * @param enough after how many matches it wants no more
 * @param read after how many events of the name, matching or not, it is shown no more
 */
public record Reach(Instant from, int enough, int read) {

    /** All matches since a moment, as far as any question reads. */
    static Reach since(Instant from) {
        return new Reach(from, Integer.MAX_VALUE, Conditions.MAX_READ);
    }

    /** The same for who wants no more than so many. */
    Reach until(int many) {
        return new Reach(from, many, read);
    }

    /** The same where one event more, wherever in time, is read. */
    public Reach besideOne() {
        return new Reach(from, enough, read - 1);
    }

    /** The same where the newest match is known already. */
    public Reach behindOne() {
        return new Reach(from, enough - 1, read - 1);
    }
}
