package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.History;
import io.itinera.contracts.activity.Activity;
import io.itinera.contracts.activity.Derived;
import io.itinera.segmentation.domain.attributes.News;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What follows from one activity and has a name of its own, as it comes up: each is a line of the
 * timeline, and so of the history from then on. What repeats the happening that it follows from is
 * none, nor is that the customer was created.
 */
final class Following {
    /** So many times in a row, attributes are asked about what others told by being asked. */
    private static final int MAX_ROUNDS = 3;

    private final Changes changes;
    private final String activity;
    private final Instant at;
    private final @Nullable String repeated;
    private final Set<String> names = new LinkedHashSet<>();
    private History history;
    private int taken;

    /**
     * Nothing yet.
     *
     * @param activity the activity's id
     * @param repeated the name of the happening that it follows from; null where none did
     * @param history what they did
     */
    Following(
            Changes changes,
            String activity,
            Instant at,
            @Nullable String repeated,
            History history) {
        this.changes = changes;
        this.activity = activity;
        this.at = at;
        this.repeated = repeated;
        this.history = history;
    }

    /** What they did, with what has followed. */
    History history() {
        return history;
    }

    /** The names of all that has followed. */
    Set<String> names() {
        return names;
    }

    /**
     * Takes in all that follows.
     *
     * @param ask asks those who go by these names about a history that has them
     */
    void all(BiConsumer<Set<String>, History> ask) {
        Set<String> fresh = next();
        for (int round = 0; round < MAX_ROUNDS && !fresh.isEmpty(); round++) {
            ask.accept(fresh, history);
            fresh = next();
        }
    }

    /** Takes in what has followed since; its names. */
    private Set<String> next() {
        Set<String> fresh = new HashSet<>();
        List<News> news = changes.news();
        for (; taken < news.size(); taken++) {
            News each = news.get(taken);
            if (isLine(each.name(), repeated)) {
                history =
                        new HistoryWith(
                                history, line(id(activity, taken), each.name(), each.properties()));
                fresh.add(each.name());
            }
        }
        names.addAll(fresh);
        return fresh;
    }

    private Happening line(String id, String name, Map<String, Object> properties) {
        return new Happening.Followed(id, changes.workspace(), name, properties, at, activity);
    }

    /** Names what follows from an activity, by its place. */
    static String id(String activity, int place) {
        return activity + "/" + place;
    }

    /** The lines that an activity adds to the timeline, beside that of what happened. */
    static List<Entry> lines(Activity activity) {
        if (activity.derived().isEmpty()) {
            return List.of();
        }
        List<Entry> lines = new ArrayList<>(activity.derived().size());
        for (Derived each : activity.derived()) {
            if (isLine(each.name(), repeated(activity))) {
                Happening followed =
                        new Happening.Followed(
                                each.id(),
                                activity.workspace(),
                                each.name(),
                                each.properties(),
                                activity.at(),
                                activity.id());
                lines.add(new Entry(activity.origin(), followed));
            }
        }
        return lines;
    }

    private static @Nullable String repeated(Activity activity) {
        if (activity.event() != null) {
            return activity.event().name();
        }
        return activity.outcome() == null ? null : activity.outcome().name().wire();
    }

    private static boolean isLine(String name, @Nullable String repeated) {
        return !name.equals(repeated) && !name.equals(Life.CREATED);
    }
}
