package io.itinera.stack.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One customer of the shop, as the ledger tells of them; each has one cart. */
final class Shopper {
    private final List<String> cart = new ArrayList<>();
    private @Nullable String email;
    private boolean mayBeMailed;
    private boolean droppedSomething;
    private long lastAddedAt;
    private @Nullable Long boughtAt;
    private @Nullable Long signedUpAt;

    void take(LedgerEntry entry) {
        switch (entry.did()) {
            case "identified" -> {
                email = entry.email();
                mayBeMailed = entry.mayBeMailed();
            }
            case "signedUp" -> {
                email = entry.email();
                signedUpAt = entry.at();
            }
            case "added" -> {
                cart.add(entry.product());
                droppedSomething = true;
                lastAddedAt = entry.at();
            }
            case "removed" -> cart.remove(entry.product());
            case "bought" -> boughtAt = entry.at();
            default -> {}
        }
    }

    @Nullable String email() {
        return email;
    }

    @Nullable Long signedUpAt() {
        return signedUpAt;
    }

    boolean bought() {
        return boughtAt != null;
    }

    /** Bought before the wait since the last thing they put in was over. */
    boolean boughtWithin(long waitMs) {
        return boughtAt != null && boughtAt < lastAddedAt + waitMs;
    }

    /** Had items, had not bought when the wait ended, and may be mailed. */
    boolean dropped(long waitMs) {
        return droppedSomething && !cart.isEmpty() && mayBeMailed && !boughtWithin(waitMs);
    }

    /** What lies in the cart: the ids of products. */
    List<String> cart() {
        return List.copyOf(cart);
    }

    /** When their wait is over, in milliseconds since 1970; 0 for who put nothing in. */
    long dueAt(long waitMs) {
        return droppedSomething ? lastAddedAt + waitMs : 0;
    }
}
