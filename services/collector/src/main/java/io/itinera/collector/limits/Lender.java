package io.itinera.collector.limits;

import java.util.UUID;
import java.util.function.LongConsumer;

/** Lends out what a source may send, so that instances together keep its rate. */
interface Lender {
    /**
     * Asks for so many events of a source.
     *
     * @param rate what the source may send in a second
     * @param lent told once, on any thread, how many were lent: from none to all that were asked
     *     for
     */
    void lend(UUID source, int rate, long asked, LongConsumer lent);
}
