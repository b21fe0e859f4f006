package io.itinera.segmentation;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.definitions.IdentityRules;
import io.itinera.contracts.definitions.JourneysRecord;
import io.itinera.contracts.definitions.SegmentsRecord;
import io.itinera.segmentation.domain.attributes.Attribute;
import io.itinera.segmentation.domain.rules.Catalogue;
import io.itinera.segmentation.domain.rules.Computation;
import io.itinera.segmentation.domain.rules.Rulebook;
import io.itinera.segmentation.domain.rules.SegmentKey;
import io.itinera.segmentation.domain.rules.SegmentRule;
import io.itinera.segmentation.store.DefinitionStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What holds in one partition: the definitions that it has read, and how far they are computed. */
public final class Rules {
    private final DefinitionStore store;
    private final Catalogue catalogue;
    private final Map<SegmentKey, Computation> computations;
    private Rulebook book = Rulebook.EMPTY;

    /** The computations that are not done; null while nobody has asked for them. */
    private @Nullable List<Computation> undone;

    /** Whether the book says less than was read; written anew when somebody opens it. */
    private boolean stale = true;

    Rules(DefinitionStore store, int partitions) {
        this.store = store;
        this.catalogue = new Catalogue(partitions);
        store.load(catalogue);
        this.computations = new HashMap<>(store.computations());
    }

    /** The rules as they hold now. */
    Rulebook book() {
        refresh();
        return book;
    }

    /** Which kinds of names are one person's alone; empty while nobody has said so. */
    Optional<IdentityRules> identities(String workspace) {
        return catalogue.identities(workspace);
    }

    /** The computations that are not done. */
    List<Computation> open() {
        refresh();
        return undone();
    }

    /** Asked many times a second, and nearly always none. */
    private List<Computation> undone() {
        if (undone == null) {
            undone = computations.values().stream().filter(each -> !each.done()).toList();
        }
        return undone;
    }

    /**
     * Takes a record of the segments topic in.
     *
     * @throws InvalidCondition when its condition makes no sense; nothing is taken in then
     */
    public void take(String key, SegmentsRecord record) throws InvalidCondition {
        catalogue.accept(record);
        store.put(key, record);
        stale = true;
    }

    /**
     * Takes a record of the journeys topic in.
     *
     * @throws InvalidCondition when a condition of it makes no sense; nothing is taken in then
     */
    public void take(String key, JourneysRecord record) throws InvalidCondition {
        catalogue.accept(record);
        store.put(key, record);
        stale = true;
    }

    /** Lets go of what the segments topic had under a key. */
    public void forgetSegments(String key) {
        store.takeSegments(key).ifPresent(catalogue::forget);
        stale = true;
    }

    /** Lets go of what the journeys topic had under a key. */
    public void forgetJourneys(String key) {
        store.takeJourneys(key).ifPresent(catalogue::forget);
        stale = true;
    }

    /** Keeps how far a computation is. */
    void advance(Computation computation) {
        keep(computation);
        stale |= computation.done();
    }

    /** Once for all that was read meanwhile: a thousand definitions may come at a time. */
    private void refresh() {
        if (!stale) {
            return;
        }
        stale = false;
        Collection<SegmentRule> rules = new ArrayList<>(catalogue.rules());
        Collection<Attribute> attributes = catalogue.attributes();
        rules.forEach(rule -> begin(Computation.of(rule)));
        attributes.forEach(attribute -> begin(Computation.of(attribute)));
        book =
                new Rulebook(
                        rules,
                        attributes,
                        catalogue.questions(),
                        undone().stream().map(Computation::key).collect(Collectors.toSet()));
    }

    private void begin(Computation begun) {
        Computation known = computations.get(begun.key());
        if (known == null || known.version() != begun.version()) {
            keep(begun);
        }
    }

    private void keep(Computation computation) {
        computations.put(computation.key(), computation);
        store.put(computation);
        undone = null;
    }
}
