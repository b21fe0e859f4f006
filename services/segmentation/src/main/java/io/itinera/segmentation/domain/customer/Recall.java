package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.History;
import io.itinera.conditions.Matches;
import io.itinera.conditions.Measure;
import io.itinera.conditions.Reach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
    private final Map<String, OfName> names = new HashMap<>();

    /** The names that were asked for, or added to, since it was weighed. */
    private final List<OfName> touched = new ArrayList<>();

    private long weight = OWN_WEIGHT;

    /** What is remembered of one name. */
    private static final class OfName {
        private final Lines lines;
        private @Nullable Columns columns;
        private long weighed;
        private boolean isTouched;

        private OfName(History history, String event) {
            this.lines = new Lines(history, event);
        }

        private long weight() {
            return lines.weight() + (columns == null ? 0 : columns.weight());
        }
    }

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
        Lines asked = touch(event).lines;
        asked.keep(lean);
        asked.scan(from, visitor);
    }

    @Override
    public Matches matches(Measure measure, Reach reach) {
        OfName name = touch(measure.event());
        Columns known = name.columns == null ? new Columns(measure.event()) : name.columns;
        name.columns = known;
        if (!known.answers(measure, reach)) {
            known.read((_, from, visitor) -> name.lines.scan(from, visitor), measure, reach);
        }
        return known.matches(measure, reach);
    }

    private OfName touch(String event) {
        return touch(names.computeIfAbsent(event, name -> new OfName(history, name)));
    }

    private OfName touch(OfName name) {
        if (!name.isTouched) {
            name.isTouched = true;
            touched.add(name);
        }
        return name;
    }

    /** Something was added to the history, or a line of it was written again. */
    public void add(String event, Occurrence added) {
        OfName name = names.get(event);
        if (name == null) {
            return;
        }
        touch(name).lines.add(added);
        if (name.columns != null && !name.columns.add(added, history)) {
            name.columns = null;
        }
    }

    /**
     * Nobody asks for a while: events that were read only to be counted are let go.
     *
     * @return about how many bytes are remembered
     */
    public long rest() {
        for (OfName name : touched) {
            name.lines.rest();
            weight += name.weight() - name.weighed;
            name.weighed = name.weight();
            name.isTouched = false;
        }
        touched.clear();
        return weight;
    }
}
