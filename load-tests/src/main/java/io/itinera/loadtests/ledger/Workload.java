package io.itinera.loadtests.ledger;

/**
 * How a sender behaves.
 *
 * @param lanes connections, each with customers of its own
 * @param customersPerLane how many take turns on one
 * @param batch events in one request
 * @param pillEvery one event in so many cannot be used and must go to quarantine; 0 for none
 * @param perSecond events that are begun in a second over all lanes; 0 for as many as are answered
 * @param onNo what is done when a request is not taken
 */
public record Workload(
        int lanes, int customersPerLane, int batch, int pillEvery, int perSecond, OnNo onNo) {

    /** What a sender does when it is told no, or nothing. */
    public enum OnNo {
        /** Sends the same again until it is taken, as it is told to. */
        REPEAT,
        /** Goes on with the next; what becomes of this one is the collector's word alone. */
        GO_ON
    }

    /** Of eight lanes in batches, with a pill here and there, as fast as answers come. */
    public static final Workload BATCHES = new Workload(8, 20, 50, 97, 0, OnNo.REPEAT);

    /** As it is, but slower. */
    public Workload at(int eventsPerSecond) {
        return new Workload(lanes, customersPerLane, batch, pillEvery, eventsPerSecond, onNo);
    }

    /** As it is, with requests of this size. */
    public Workload inBatchesOf(int events) {
        return new Workload(lanes, customersPerLane, events, pillEvery, perSecond, onNo);
    }

    /** As it is, on so many connections. */
    public Workload on(int connections) {
        return new Workload(connections, customersPerLane, batch, pillEvery, perSecond, onNo);
    }

    /** As it is, with one unusable event in so many. */
    public Workload withPillEvery(int events) {
        return new Workload(lanes, customersPerLane, batch, events, perSecond, onNo);
    }

    /** As it is, with this answer to a no. */
    public Workload when(OnNo no) {
        return new Workload(lanes, customersPerLane, batch, pillEvery, perSecond, no);
    }
}
