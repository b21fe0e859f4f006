package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.History;
import io.itinera.conditions.Matches;
import io.itinera.conditions.Measure;
import io.itinera.conditions.Reach;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A history that is read once, however many conditions ask it, and told of what is added to it. Of
 * each name it remembers what was asked of the newest events; the events themselves only where
 * somebody scans them. Whoever takes something out of the history forgets the recall.
 */
public final class Recall implements History {
    /** What a recall takes that remembers nothing yet, in bytes. */
    private static final int OWN_WEIGHT = 400;

    private final History history;
    private final UnaryOperator<Occurrence> lean;
    private final Map<String, Lines> lines = new HashMap<>();
    private final Map<String, Columns> columns = new HashMap<>();

    /** Remembers this history. */
    public Recall(History history) {
        this(history, UnaryOperator.identity());
    }

    /**
     * Remembers this history.
     *
     * @param lean makes an event one that is equal and takes less memory
     */
    public Recall(History history, UnaryOperator<Occurrence> lean) {
        this.history = history;
        this.lean = lean;
    }

    @Override
    public void scan(String event, Instant from, Predicate<Occurrence> visitor) {
        Lines asked = lines(event);
        asked.keep(lean);
        asked.scan(from, visitor);
    }

    @Override
    public Matches matches(Measure measure, Reach reach) {
        String event = measure.event();
        Columns known = columns.computeIfAbsent(event, Columns::new);
        if (!known.answers(measure, reach)) {
            known.read((_, from, visitor) -> lines(event).scan(from, visitor), measure, reach);
        }
        return known.matches(measure, reach);
    }

    private Lines lines(String event) {
        return lines.computeIfAbsent(event, name -> new Lines(history, name));
    }

    /** Something was added to the history, or a line of it was written again. */
    public void add(String event, Occurrence added) {
        Lines shown = lines.get(event);
        if (shown != null) {
            shown.add(added);
        }
        Columns asked = columns.get(event);
        if (asked != null && !asked.add(added, history)) {
            columns.remove(event);
        }
    }

    /** Nobody asks for a while: events that were read only to be counted are let go. */
    public void rest() {
        lines.values().removeIf(each -> !each.isKept());
    }

    /** About how many bytes are remembered. */
    public long weight() {
        long weight = OWN_WEIGHT;
        for (Lines each : lines.values()) {
            weight += each.weight();
        }
        for (Columns each : columns.values()) {
            weight += each.weight();
        }
        return weight;
    }
}
