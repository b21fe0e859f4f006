package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.History;
import io.itinera.conditions.Matches;
import io.itinera.conditions.Measure;
import io.itinera.conditions.Reach;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A history as it will be once a happening is in it. It is not read where nothing in it is known to
 * be as late: most that happens is the newest, and most questions end with that.
 *
 * @param before the history as it is kept
 * @param happening what is about to be added
 * @param latest nothing that is kept occurred after this
 */
record HistoryWith(History before, Happening happening, Instant latest) implements History {

    private static final History NOTHING = (_, _, _) -> {};

    /** Of whose latest nothing is known. */
    HistoryWith(History before, Happening happening) {
        this(before, happening, Instant.MAX);
    }

    @Override
    public void scan(String event, Instant from, Predicate<Occurrence> visitor) {
        boolean isAbout = event.equals(happening.name()) && !happening.occurredAt().isBefore(from);
        if (isAbout && !isNewest()) {
            weave(event, from, visitor);
            return;
        }
        boolean wantsMore = !isAbout || visitor.test(added());
        if (wantsMore && !isNothingSince(from)) {
            before.scan(event, from, visitor);
        }
    }

    /** As a scan would show: with the happening there is room for one less of what is kept. */
    @Override
    public Matches matches(Measure measure, Reach reach) {
        boolean isAbout =
                measure.event().equals(happening.name())
                        && !happening.occurredAt().isBefore(reach.from());
        if (!isAbout || reach.enough() == 0 || isBeyond(reach)) {
            return kept(measure, reach);
        }
        Map<String, Object> properties = happening.properties();
        if (!measure.takes(properties)) {
            return kept(measure, reach.besideOne());
        }
        Reach others = isNewest() ? reach.behindOne() : reach.besideOne();
        return MatchesWith.of(
                kept(measure, others),
                happening.occurredAt(),
                measure.value(properties),
                reach.enough());
    }

    private Matches kept(Measure measure, Reach reach) {
        boolean asksForNone = reach.enough() == 0 || isNothingSince(reach.from());
        return (asksForNone ? NOTHING : before).matches(measure, reach);
    }

    private boolean isNewest() {
        return isNothingSince(happening.occurredAt());
    }

    /** Whether so many of the name occurred after the happening that it is not read. */
    private boolean isBeyond(Reach reach) {
        Instant later = happening.occurredAt().plusMillis(1);
        Reach since = new Reach(later, reach.read(), reach.read());
        return kept(Measure.every(happening.name()), since).size() == reach.read();
    }

    private boolean isNothingSince(Instant from) {
        return latest.isBefore(from);
    }

    private void weave(String event, Instant from, Predicate<Occurrence> visitor) {
        Weave weave = new Weave(visitor);
        before.scan(event, from, weave);
        weave.finish();
    }

    private Occurrence added() {
        return new Occurrence(happening.occurredAt(), happening.properties(), happening.id());
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
            wantsMore = visitor.test(added());
        }

        private void finish() {
            if (!shown && wantsMore) {
                show();
            }
        }
    }
}
