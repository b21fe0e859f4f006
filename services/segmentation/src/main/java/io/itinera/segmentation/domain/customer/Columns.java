package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.History;
import io.itinera.conditions.History.Occurrence;
import io.itinera.conditions.Matches;
import io.itinera.conditions.Measure;
import io.itinera.conditions.Reach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * When the newest events of one name occurred, without a gap, and which of them match what was
 * asked. What each event is, is looked at once.
 */
final class Columns {
    /** So many pass before a column for which nobody asks is given up. */
    static final int MOST_PASSES = 32;

    /** So many are looked at anew at most when one comes whose place among them is not known. */
    static final int MOST_ANEW = 100;

    /** How many are remembered beyond what any question reads, so that few have to go at a time. */
    private static final int SPARE = 1_000;

    /** What they take that have nothing in them yet, in bytes. */
    private static final long OWN_WEIGHT = 250;

    private static final long ID_WEIGHT = 64;

    private final String event;
    private final Measure every;
    private final Map<Measure, Column> columns = new HashMap<>();

    private Moments moments = new Moments();

    /** The ids of those at the newest moment, in order: another of it may still come. */
    private final List<String> newest = new ArrayList<>(1);

    /** From when on there are no others. */
    private Instant whole = Instant.MAX;

    Columns(String event) {
        this.event = event;
        this.every = Measure.every(event);
        columns.put(every, new Column(every));
    }

    /** Whether a question can be answered without reading. */
    boolean answers(Measure measure, Reach reach) {
        Column column = columns.get(measure);
        return column != null
                && (!reach.from().isBefore(whole)
                        || moments.size() >= reach.read()
                        || (moments.size() > 0 && moments.oldest().isBefore(reach.from()))
                        || column.size() - column.from(first(reach)) >= reach.enough());
    }

    /** What matches, of what is known. */
    Matches matches(Measure measure, Reach reach) {
        Column column = column(measure);
        column.asked();
        column(every).asked();
        int oldest = column.from(first(reach));
        return new Found(
                moments, column, column.size(), Math.min(column.size() - oldest, reach.enough()));
    }

    private Column column(Measure measure) {
        return Objects.requireNonNull(columns.get(measure));
    }

    /** The place of the oldest within reach. */
    private int first(Reach reach) {
        return Math.max(moments.from(reach.from()), moments.size() - reach.read());
    }

    /**
     * Reads what a question needs, and as much as was known. Where that is no more than was known,
     * the other columns stay as they are, however many there are.
     */
    void read(History history, Measure measure, Reach reach) {
        Instant from = earliest(reach.from());
        Reading reading = new Reading(measure, reach, moments.size());
        history.scan(event, from, reading);
        List<Occurrence> oldestFirst = reading.newestFirst.reversed();
        if (moments.size() > oldestFirst.size()) {
            forget(moments.size() - oldestFirst.size());
        }
        columns.put(measure, new Column(measure));
        if (moments.areOf(oldestFirst)) {
            fill(column(measure), oldestFirst);
        } else {
            lookAnew(oldestFirst);
        }
        if (reading.isToTheEnd && from.isBefore(whole)) {
            whole = from;
        }
    }

    private static void fill(Column column, List<Occurrence> oldestFirst) {
        for (int place = 0; place < oldestFirst.size(); place++) {
            column.insert(place, oldestFirst.get(place).properties());
        }
    }

    private void lookAnew(List<Occurrence> oldestFirst) {
        columns.replaceAll((each, _) -> new Column(each));
        newest.clear();
        moments = new Moments();
        oldestFirst.forEach(each -> insert(moments.size(), each));
    }

    private Instant earliest(Instant from) {
        Instant earliest = from.isBefore(whole) ? from : whole;
        return moments.size() > 0 && moments.oldest().isBefore(earliest)
                ? moments.oldest()
                : earliest;
    }

    /**
     * One was added to the history, or written again.
     *
     * @param history where it is
     * @return false when it is not known what these would be now, or nobody asks for them
     */
    boolean add(Occurrence added, History history) {
        Instant at = added.occurredAt();
        int place = moments.from(at.plusMillis(1));
        boolean hasTwin = place > 0 && moments.at(place - 1).equals(at);
        if (hasTwin && (place < moments.size() || newest.contains(added.id()))) {
            return readAnew(history, at) && isAskedFor();
        }
        if (hasTwin) {
            place = placeAmongNewest(added.id());
        }
        if (place > 0 || !at.isBefore(whole)) {
            insert(place, added);
            keepTheMost();
        }
        return isAskedFor();
    }

    private boolean isAskedFor() {
        columns.values().forEach(Column::passed);
        if (column(every).passes() > MOST_PASSES) {
            return false;
        }
        columns.values().removeIf(column -> column.passes() > MOST_PASSES);
        return true;
    }

    /**
     * Looks anew at all from a moment on, of which there are few where something comes a little
     * late: nobody knows in which order the others of its moment are.
     *
     * @return false when they are too many
     */
    private boolean readAnew(History history, Instant from) {
        int first = moments.from(from);
        List<Occurrence> newestFirst = new ArrayList<>();
        if (moments.size() - first <= MOST_ANEW) {
            history.scan(
                    event, from, each -> newestFirst.add(each) && newestFirst.size() <= MOST_ANEW);
        }
        if (newestFirst.isEmpty() || newestFirst.size() > MOST_ANEW) {
            return false;
        }
        moments.cut(first);
        columns.values().forEach(column -> column.cut(first));
        newest.clear();
        newestFirst.reversed().forEach(each -> insert(moments.size(), each));
        keepTheMost();
        return true;
    }

    private int placeAmongNewest(String id) {
        int before = 0;
        while (before < newest.size() && Lines.order(newest.get(before), id) < 0) {
            before++;
        }
        return moments.size() - newest.size() + before;
    }

    private void insert(int place, Occurrence added) {
        noteIfNewest(place, added);
        moments.insert(place, added.occurredAt());
        columns.values().forEach(column -> column.insert(place, added.properties()));
    }

    private void noteIfNewest(int place, Occurrence added) {
        int size = moments.size();
        boolean isOfTheNewest = size > 0 && added.occurredAt().equals(moments.at(size - 1));
        if (place == size && !isOfTheNewest) {
            newest.clear();
        }
        if (place == size || isOfTheNewest) {
            newest.add(place - size + newest.size(), added.id());
        }
    }

    private void keepTheMost() {
        if (moments.size() <= Conditions.MAX_READ + SPARE) {
            return;
        }
        forget(moments.size() - Conditions.MAX_READ);
    }

    private void forget(int oldest) {
        moments.forget(oldest);
        columns.values().forEach(column -> column.forget(oldest));
        newest.subList(0, Math.max(0, newest.size() - moments.size())).clear();
        whole = moments.size() == 0 ? Instant.MAX : moments.oldest().plusMillis(1);
    }

    /** About how many bytes they take. */
    long weight() {
        long weight = OWN_WEIGHT + moments.weight() + ID_WEIGHT * newest.size();
        for (Column column : columns.values()) {
            weight += column.weight();
        }
        return weight;
    }

    /** What a question needs of what is shown, and at least so many. */
    private static final class Reading implements Predicate<Occurrence> {
        private final Measure measure;
        private final Reach reach;
        private final int known;
        private final List<Occurrence> newestFirst = new ArrayList<>();
        private int matches;
        private boolean isToTheEnd = true;

        private Reading(Measure measure, Reach reach, int known) {
            this.measure = measure;
            this.reach = reach;
            this.known = known;
        }

        @Override
        public boolean test(Occurrence each) {
            newestFirst.add(each);
            boolean isBeyond = each.occurredAt().isBefore(reach.from());
            if (!isBeyond && measure.takes(each.properties())) {
                matches++;
            }
            int seen = newestFirst.size();
            boolean isEnough = seen >= known && (isBeyond || matches >= reach.enough());
            isToTheEnd = !isEnough && seen < Conditions.MAX_READ;
            return isToTheEnd;
        }
    }
}
