package io.itinera.segmentation.store;

import io.itinera.conditions.History;
import io.itinera.segmentation.domain.customer.Recall;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What customers did who were there lately, as far as it was read: a shopper's next event finds the
 * last ones in memory. Who was not there for longest makes room.
 */
final class Recalls {
    private static final float LOAD = 0.75f;
    private static final int FEW = 64;

    private final Function<UUID, History> histories;
    private final Lean lean = new Lean();
    private final long mostBytes;
    private final Map<UUID, Weighed> byCustomer = new LinkedHashMap<>(FEW, LOAD, true);
    private long bytes;

    /** Whose recall has been handed out, and may weigh something else since. */
    private @Nullable Weighed open;

    /** A recall with what it weighed when nobody had it. */
    private static final class Weighed {
        private final Recall recall;
        private long bytes;

        private Weighed(Recall recall) {
            this.recall = recall;
        }
    }

    /**
     * Recalls of these histories.
     *
     * @param mostBytes how much they take together, about
     */
    Recalls(Function<UUID, History> histories, long mostBytes) {
        this.histories = histories;
        this.mostBytes = mostBytes;
    }

    /** A customer's, to be read before another is asked for. */
    Recall of(UUID customer) {
        makeRoom();
        return opened(byCustomer.computeIfAbsent(customer, this::recall));
    }

    private Weighed recall(UUID customer) {
        return new Weighed(new Recall(histories.apply(customer), lean::of));
    }

    /** Something was added to what a customer did. */
    void add(UUID customer, String event, History.Occurrence added) {
        makeRoom();
        Weighed known = byCustomer.get(customer);
        if (known != null) {
            opened(known).add(event, added);
        }
    }

    /** Something was taken out of what a customer did. */
    void forget(UUID customer) {
        makeRoom();
        Weighed known = byCustomer.remove(customer);
        if (known != null) {
            bytes -= known.bytes;
        }
    }

    private Recall opened(Weighed known) {
        open = known;
        return known.recall;
    }

    private void makeRoom() {
        if (open != null) {
            bytes -= open.bytes;
            open.bytes = open.recall.rest();
            bytes += open.bytes;
            open = null;
        }
        Iterator<Weighed> longest = byCustomer.values().iterator();
        while (bytes > mostBytes && longest.hasNext()) {
            bytes -= longest.next().bytes;
            longest.remove();
        }
    }
}
