package io.itinera.segmentation.domain.attributes;

import io.itinera.conditions.Compiled;
import io.itinera.conditions.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a customer has come: the last stage whose rule holds, or, where nobody falls back, the
 * last whose rule ever held when it was asked.
 *
 * @param name the trait
 * @param stages in order
 * @param backwards whether a customer may fall back
 */
record Staging(String name, List<Step> stages, boolean backwards) implements Formula.Judgement {
    static final String CHANGED = "stage.changed";
    static final String SINCE = "_since";

    /** A stage and its rule. */
    record Step(String name, Compiled when) {}

    @Override
    public Set<String> events() {
        Set<String> events = new HashSet<>();
        stages.forEach(stage -> events.addAll(stage.when().touch().events()));
        return events;
    }

    @Override
    public Set<String> mentions() {
        Set<String> traits = new HashSet<>();
        stages.forEach(stage -> traits.addAll(stage.when().touch().traits()));
        return traits;
    }

    @Override
    public Set<String> makes() {
        return Set.of(name, name + SINCE);
    }

    @Override
    public Attained together(Attained into, Attained from) {
        return place(from) > place(into) ? from : into;
    }

    @Override
    public Finding find(Sight sight, @Nullable Attained before) {
        int reached = before == null ? -1 : place(before);
        Instant changesAt = null;
        int found = backwards ? -1 : reached;
        for (int i = stages.size() - 1; i > (backwards ? -1 : reached); i--) {
            Verdict verdict = stages.get(i).when().evaluate(sight.subject());
            if (verdict.holds()) {
                found = i;
                Instant ends = backwards ? verdict.changesAt().orElse(null) : null;
                changesAt = Earliest.of(changesAt, ends);
                break;
            }
            changesAt = Earliest.of(changesAt, verdict.changesAt().orElse(null));
        }
        return finding(sight.now(), before, reached, found, changesAt);
    }

    private Finding finding(
            Instant now,
            @Nullable Attained before,
            int reached,
            int found,
            @Nullable Instant changesAt) {
        if (found < 0) {
            List<News> news = reached < 0 ? List.of() : List.of(news(now, before, null));
            return new Finding(Map.of(), changesAt, Memory.NOTHING, news);
        }
        String stage = stages.get(found).name();
        if (found == reached && before != null) {
            return said((Memory.Stage) before.memory(), changesAt, List.of());
        }
        return said(new Memory.Stage(stage, now), changesAt, List.of(news(now, before, stage)));
    }

    private Finding said(Memory.Stage stage, @Nullable Instant changesAt, List<News> news) {
        Map<String, Object> values =
                Map.of(name, stage.name(), name + SINCE, stage.since().toString());
        return new Finding(values, changesAt, stage, news);
    }

    private News news(Instant now, @Nullable Attained before, @Nullable String to) {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("attribute", name);
        if (before != null && before.memory() instanceof Memory.Stage from) {
            properties.put("from", from.name());
            properties.put("secondsInStage", Duration.between(from.since(), now).toSeconds());
        }
        if (to != null) {
            properties.put("to", to);
        }
        return new News(CHANGED, properties);
    }

    /** The place of the stage that was said; -1 for none, or one that is no more. */
    private int place(Attained attained) {
        for (int i = 0; i < stages.size(); i++) {
            if (attained.memory() instanceof Memory.Stage stage
                    && stages.get(i).name().equals(stage.name())) {
                return i;
            }
        }
        return -1;
    }
}
