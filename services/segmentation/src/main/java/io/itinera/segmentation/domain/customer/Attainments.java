package io.itinera.segmentation.domain.customer;

import io.itinera.segmentation.domain.attributes.Attained;
import io.itinera.segmentation.domain.attributes.Attribute;
import io.itinera.segmentation.domain.attributes.AttributeBook;
import io.itinera.segmentation.domain.attributes.Finding;
import io.itinera.segmentation.domain.attributes.News;
import io.itinera.segmentation.domain.attributes.Sight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What attributes say of a customer while they are being asked again. */
final class Attainments {
    /** How large all values together may be, in characters of JSON, near enough. */
    static final int MAX_SIZE = 2 * 1024;

    private final SortedMap<String, Attained> attained;
    private final List<News> news = new ArrayList<>();

    Attainments(SortedMap<String, Attained> attained) {
        this.attained = new TreeMap<>(attained);
    }

    SortedMap<String, Attained> attained() {
        return attained;
    }

    List<News> news() {
        return news;
    }

    /** Since when a trait is as an attribute says; null when none says it. */
    @Nullable Instant since(String trait) {
        return attained.values().stream()
                .filter(each -> each.values().containsKey(trait))
                .map(Attained::since)
                .findFirst()
                .orElse(null);
    }

    /** What was said of a customer who was found to be this one goes on where it must. */
    void learn(Customer other, AttributeBook book) {
        other.attained()
                .forEach(
                        (key, from) -> {
                            Attribute attribute = book.find(key);
                            Attained into = attained.get(key);
                            if (into == null) {
                                attained.put(key, from);
                            } else if (attribute != null) {
                                attained.put(key, attribute.formula().together(into, from));
                            }
                        });
    }

    /** Leaves an attribute to the computation of its version. */
    void leave(String key, Attained before) {
        attained.put(key, before.withoutChange());
    }

    /** Asks one attribute; the traits that it says otherwise than before. */
    Set<String> ask(Attribute attribute, Sight sight, Instant now) {
        Attained before = attained.get(attribute.key());
        Finding found = attribute.formula().find(sight, before);
        Map<String, Object> values = fits(attribute, found) ? found.values() : Map.of();
        news.addAll(found.news());
        Set<String> changed = differing(before == null ? Map.of() : before.values(), values);
        Instant since = before == null || !changed.isEmpty() ? now : before.since();
        Attained after =
                new Attained(attribute.version(), values, since, found.changesAt(), found.memory());
        if (after.isEmpty()) {
            attained.remove(attribute.key());
        } else {
            attained.put(attribute.key(), after);
        }
        return changed;
    }

    private boolean fits(Attribute attribute, Finding found) {
        int size = TraitLimit.size(found.values());
        for (Map.Entry<String, Attained> each : attained.entrySet()) {
            if (!each.getKey().equals(attribute.key())) {
                size += TraitLimit.size(each.getValue().values());
            }
        }
        return size <= MAX_SIZE;
    }

    private static Set<String> differing(Map<String, Object> before, Map<String, Object> after) {
        Set<String> names = new HashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> SameValue.same(before.get(name), after.get(name)));
        return names;
    }
}
