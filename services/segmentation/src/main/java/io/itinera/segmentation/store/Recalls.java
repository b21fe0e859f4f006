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
    private final Map<UUID, Recall> byCustomer = new LinkedHashMap<>(FEW, LOAD, true);
    private long bytes;
    private @Nullable Recall open;
    private long openBytes;

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

    private Recall recall(UUID customer) {
        Recall recall = new Recall(histories.apply(customer), lean::of);
        bytes += recall.weight();
        return recall;
    }

    /** Something was added to what a customer did. */
    void add(UUID customer, String event, History.Occurrence added) {
        makeRoom();
        Recall recall = byCustomer.get(customer);
        if (recall != null) {
            opened(recall).add(event, added);
        }
    }

    /** Something was taken out of what a customer did. */
    void forget(UUID customer) {
        makeRoom();
        Recall recall = byCustomer.remove(customer);
        if (recall != null) {
            bytes -= recall.weight();
        }
    }

    private Recall opened(Recall recall) {
        open = recall;
        openBytes = recall.weight();
        return recall;
    }

    private void makeRoom() {
        if (open != null) {
            open.rest();
            bytes += open.weight() - openBytes;
            open = null;
        }
        Iterator<Recall> longest = byCustomer.values().iterator();
        while (bytes > mostBytes && longest.hasNext()) {
            bytes -= longest.next().weight();
            longest.remove();
        }
    }
}
