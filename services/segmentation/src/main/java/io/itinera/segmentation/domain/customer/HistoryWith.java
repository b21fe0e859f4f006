package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.History;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * A history as it will be once a happening is in it.
 *
 * @param before the history as it is kept
 * @param happening what is about to be added
 */
record HistoryWith(History before, Happening happening) implements History {

    @Override
    public void scan(String event, Instant from, Predicate<Occurrence> visitor) {
        if (!event.equals(happening.name()) || happening.occurredAt().isBefore(from)) {
            before.scan(event, from, visitor);
            return;
        }
        Weave weave = new Weave(visitor);
        before.scan(event, from, weave);
        weave.finish();
    }

    /** Shows the new occurrence before the first kept one that is not younger than it. */
    private final class Weave implements Predicate<Occurrence> {
        private final Predicate<Occurrence> visitor;
        private boolean shown;
        private boolean wantsMore = true;

        private Weave(Predicate<Occurrence> visitor) {
            this.visitor = visitor;
        }

        @Override
        public boolean test(Occurrence kept) {
            if (!shown && !kept.occurredAt().isAfter(happening.occurredAt())) {
                show();
            }
            wantsMore = wantsMore && visitor.test(kept);
            return wantsMore;
        }

        private void show() {
            shown = true;
            wantsMore =
                    visitor.test(
                            new Occurrence(
                                    happening.occurredAt(),
                                    happening.properties(),
                                    happening.id()));
        }

        private void finish() {
            if (!shown && wantsMore) {
                show();
            }
        }
    }
}
