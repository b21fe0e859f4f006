package io.itinera.segmentation.domain.customer;

import io.itinera.conditions.History;
import io.itinera.conditions.Vantage;
import io.itinera.segmentation.domain.attributes.Attained;
import io.itinera.segmentation.domain.attributes.Attribute;
import io.itinera.segmentation.domain.attributes.AttributeBook;
import io.itinera.segmentation.domain.attributes.Sight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks attributes about a customer at one moment, those whose traits others mention first. */
final class Reckoning {
    private final AttributeBook book;
    private final Changes changes;
    private final Instant now;
    private final UUID customer;
    private final History history;

    Reckoning(AttributeBook book, Changes changes, UUID customer, Instant now, History history) {
        this.book = book;
        this.changes = changes;
        this.customer = customer;
        this.now = now;
        this.history = history;
    }

    /** Asks those that may say something else since these traits changed, or this happened. */
    void touched(@Nullable String event) {
        ask(book.touched(event, changes.facts().changed().keySet()));
    }

    /** Asks those that go by what has followed. */
    void followed(Set<String> names) {
        Set<Attribute> touched = new LinkedHashSet<>();
        names.forEach(name -> touched.addAll(book.touched(name, Set.of())));
        ask(touched);
    }

    /** Asks all. */
    void all() {
        ask(book.all());
    }

    /** Asks those whose moment has come, and those that what changed meanwhile touches. */
    void due() {
        List<Attribute> woken =
                new ArrayList<>(book.touched(null, changes.facts().changed().keySet()));
        for (Map.Entry<String, Attained> each :
                List.copyOf(changes.attained().attained().entrySet())) {
            Attained attained = each.getValue();
            if (attained.changesAt() == null || attained.changesAt().isAfter(now)) {
                continue;
            }
            Attribute attribute = book.find(each.getKey());
            if (attribute == null || isLeftToItsComputation(attribute, attained)) {
                changes.attained().leave(each.getKey(), attained);
            } else {
                woken.add(attribute);
            }
        }
        ask(woken);
    }

    /**
     * What only tells is asked at once, though its version is another: a moment that passed while a
     * new version is being computed over everyone would not come again.
     */
    private static boolean isLeftToItsComputation(Attribute attribute, Attained attained) {
        return attribute.version() != attained.version() && !attribute.formula().makes().isEmpty();
    }

    /** Asks these, and those that mention a trait that changed by it, and so on; each once. */
    void ask(Collection<Attribute> touched) {
        if (touched.isEmpty()) {
            return;
        }
        Map<String, Object> known = changes.traitValues();
        Sight sight =
                new Sight(
                        new Asked(
                                customer,
                                known,
                                Map.of(),
                                AccountInQuestion.NONE,
                                changes.memberships()::isMember,
                                Map.of(),
                                Vantage.of(history, now)),
                        history,
                        changes::saidAt);
        NavigableSet<Attribute> agenda = book.agenda();
        agenda.addAll(touched);
        Set<String> done = new HashSet<>();
        while (!agenda.isEmpty()) {
            Attribute attribute = agenda.pollFirst();
            done.add(attribute.key());
            Set<String> changed = changes.attained().ask(attribute, sight, now);
            note(changed, known);
            book.touched(null, changed).stream()
                    .filter(above -> !done.contains(above.key()))
                    .forEach(agenda::add);
        }
    }

    private void note(Set<String> changed, Map<String, Object> known) {
        if (changed.isEmpty()) {
            return;
        }
        Map<String, Object> values = changes.traitValues();
        for (String trait : changed) {
            Object value = values.get(trait);
            changes.facts().note(trait, value);
            if (value == null) {
                known.remove(trait);
            } else {
                known.put(trait, value);
            }
        }
    }
}
