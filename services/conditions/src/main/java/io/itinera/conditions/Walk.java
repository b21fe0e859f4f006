package io.itinera.conditions;

import io.itinera.conditions.History.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What matches a measure, as a walk through a history finds it. */
final class Walk implements Matches {
    private final Measure measure;
    private final Reach reach;
    private final Map<String, Object> trigger;
    private final Consumer<Occurrence> noting;
    private final List<Instant> times = new ArrayList<>();
    private final @Nullable Sums sums;
    private int read;

    private Walk(
            Measure measure,
            Reach reach,
            Map<String, Object> trigger,
            Consumer<Occurrence> noting) {
        this.measure = measure;
        this.reach = reach;
        this.trigger = trigger;
        this.noting = noting;
        this.sums = measure.property() == null ? null : new Sums();
    }

    /**
     * Walks through a history.
     *
     * @param trigger what the filter may compare with; empty where there is none
     * @param noting is shown what matches
     */
    static Walk through(
            History history,
            Measure measure,
            Reach reach,
            Map<String, Object> trigger,
            Consumer<Occurrence> noting) {
        Walk walk = new Walk(measure, reach, trigger, noting);
        if (walk.goesOn()) {
            history.scan(measure.event(), reach.from(), walk::pass);
        }
        return walk;
    }

    private boolean goesOn() {
        return size() < reach.enough() && read < reach.read();
    }

    private boolean pass(Occurrence occurrence) {
        read++;
        if (measure.where().passes(occurrence.properties(), trigger)) {
            noting.accept(occurrence);
            times.add(occurrence.occurredAt());
            if (sums != null) {
                sums.add(measure.value(occurrence.properties()));
            }
        }
        return goesOn();
    }

    @Override
    public int size() {
        return times.size();
    }

    @Override
    public Instant at(int place) {
        return times.get(place);
    }

    @Override
    public int numbers(int newest) {
        return sums == null ? 0 : sums.numbers(0, newest);
    }

    @Override
    public @Nullable Number sum(int newest) {
        return sums == null ? null : sums.sum(0, newest);
    }

    @Override
    public boolean rises() {
        return sums == null || sums.rises();
    }
}
