package io.itinera.segmentation.domain.rules;

import io.itinera.conditions.Conditions;
import io.itinera.segmentation.domain.attributes.Attribute;
import io.itinera.segmentation.domain.attributes.AttributeBook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that holds now, found by what can touch it, so that an event costs what the segments
 * that mention it cost.
 */
public final class Rulebook {
    public static final Rulebook EMPTY = new Rulebook(List.of(), List.of(), Set.of());

    private final Map<String, Workspace> workspaces = new HashMap<>();

    /**
     * A book of these rules.
     *
     * @param computing the segments that are being computed over everyone's history
     */
    public Rulebook(
            Collection<SegmentRule> segments,
            Collection<JourneyQuestions> journeys,
            Set<SegmentKey> computing) {
        this(segments, List.of(), journeys, computing);
    }

    /**
     * A book of these rules.
     *
     * @param computing the segments and attributes that are being computed over everyone's history
     */
    public Rulebook(
            Collection<SegmentRule> segments,
            Collection<Attribute> attributes,
            Collection<JourneyQuestions> journeys,
            Set<SegmentKey> computing) {
        for (Attribute attribute : attributes) {
            AttributeBook book = workspace(attribute.workspace()).attributes;
            if (computing.contains(new SegmentKey(attribute.workspace(), attribute.key()))) {
                book.addComputing(attribute);
            } else {
                book.add(attribute);
            }
        }
        for (SegmentRule rule : segments) {
            Workspace workspace = workspace(rule.workspace());
            workspace.add(rule);
            if (computing.contains(rule.key())) {
                workspace.computing.add(rule);
            }
        }
        workspaces.values().forEach(Workspace::rank);
        workspaces.values().forEach(workspace -> workspace.attributes.rank());
        for (JourneyQuestions questions : journeys) {
            workspace(questions.workspace())
                    .journeys
                    .computeIfAbsent(questions.event(), event -> new ArrayList<>())
                    .add(questions);
        }
    }

    private Workspace workspace(String id) {
        return workspaces.computeIfAbsent(id, any -> new Workspace());
    }

    private Workspace known(String id) {
        return workspaces.getOrDefault(id, Workspace.EMPTY);
    }

    /** The rule of a segment; null when there is none. */
    public @Nullable SegmentRule segment(String workspace, String segment) {
        return known(workspace).segments.get(segment);
    }

    /** All segments of a workspace. */
    public Collection<SegmentRule> segments(String workspace) {
        return known(workspace).segments.values();
    }

    /** The segments that mention a segment: entering or leaving that can touch them. */
    public Collection<SegmentRule> mentioning(String workspace, String segment) {
        return known(workspace).bySegment.getOrDefault(segment, List.of());
    }

    /** An empty agenda: segments come before those that mention them. */
    public NavigableSet<SegmentRule> agenda(String workspace) {
        Map<String, Integer> ranks = known(workspace).ranks;
        return new TreeSet<>(
                Comparator.<SegmentRule>comparingInt(rule -> ranks.getOrDefault(rule.segment(), 0))
                        .thenComparing(SegmentRule::segment));
    }

    /** The attributes of a workspace. */
    public AttributeBook attributes(String workspace) {
        return known(workspace).attributes;
    }

    /** The segments that a change of these traits can touch. */
    public Collection<SegmentRule> touched(String workspace, Set<String> traits) {
        Workspace known = known(workspace);
        Set<SegmentRule> touched = new LinkedHashSet<>();
        traits.forEach(trait -> touched.addAll(known.byTrait.getOrDefault(trait, List.of())));
        return touched;
    }

    /** The segments that an event of this name, or a change of these traits, can touch. */
    public Collection<SegmentRule> touched(String workspace, String event, Set<String> traits) {
        Workspace known = known(workspace);
        Set<SegmentRule> touched =
                new LinkedHashSet<>(known.byEvent.getOrDefault(event, List.of()));
        for (String trait : traits) {
            touched.addAll(known.byTrait.getOrDefault(trait, List.of()));
        }
        return touched;
    }

    /** The segments that ask how customers stand with these journeys. */
    public Collection<SegmentRule> asking(String workspace, Set<UUID> journeys) {
        Workspace known = known(workspace);
        return journeys.stream()
                .flatMap(journey -> known.byJourney.getOrDefault(journey, List.of()).stream())
                .toList();
    }

    /** The segments that a change of these traits of somebody's account can touch. */
    public Collection<SegmentRule> touchedByAccount(String workspace, Set<String> traits) {
        Workspace known = known(workspace);
        Set<SegmentRule> touched = new LinkedHashSet<>();
        traits.forEach(
                trait -> touched.addAll(known.byAccountTrait.getOrDefault(trait, List.of())));
        return touched;
    }

    /** The segments that ask for anything of somebody's account. */
    public Collection<SegmentRule> askingAccounts(String workspace) {
        return touchedByAccount(workspace, known(workspace).byAccountTrait.keySet());
    }

    /** The segments in which somebody may be without anything having happened. */
    public Collection<SegmentRule> innate(String workspace) {
        return known(workspace).innate;
    }

    /** The segments of a workspace that are being computed over everyone's history. */
    public List<SegmentRule> computing(String workspace) {
        return known(workspace).computing;
    }

    /** The journeys that an event may trigger. */
    public List<JourneyQuestions> mayBegin(
            String workspace, String event, Map<String, Object> properties) {
        return known(workspace).journeys.getOrDefault(event, List.of()).stream()
                .filter(questions -> questions.mayBegin(event, properties))
                .toList();
    }

    private static final class Workspace {
        private static final Workspace EMPTY = new Workspace();

        private final Map<String, SegmentRule> segments = new HashMap<>();
        private final Map<String, List<SegmentRule>> byEvent = new HashMap<>();
        private final Map<String, List<SegmentRule>> byTrait = new HashMap<>();
        private final Map<String, List<SegmentRule>> byAccountTrait = new HashMap<>();
        private final Map<String, List<SegmentRule>> bySegment = new HashMap<>();
        private final Map<UUID, List<SegmentRule>> byJourney = new HashMap<>();
        private final Map<String, Integer> ranks = new HashMap<>();
        private final Map<String, List<JourneyQuestions>> journeys = new HashMap<>();
        private final List<SegmentRule> computing = new ArrayList<>();
        private final List<SegmentRule> innate = new ArrayList<>();
        private final AttributeBook attributes = new AttributeBook();

        private void add(SegmentRule rule) {
            segments.put(rule.segment(), rule);
            if (rule.innate()) {
                innate.add(rule);
            }
            rule.touch().events().forEach(event -> index(byEvent, event, rule));
            rule.touch().traits().forEach(trait -> index(byTrait, trait, rule));
            rule.touch().accountTraits().forEach(trait -> index(byAccountTrait, trait, rule));
            rule.touch().segments().forEach(segment -> index(bySegment, segment, rule));
            rule.touch().journeys().forEach(journey -> index(byJourney, journey, rule));
        }

        /**
         * A segment ranks above all that it mentions. Publishing refuses cycles; should two
         * publishes at once have made one, counting ends at the deepest nesting all the same.
         */
        private void rank() {
            boolean rising = true;
            for (int round = 0; rising && round <= Conditions.MAX_NESTING; round++) {
                rising = false;
                for (SegmentRule rule : segments.values()) {
                    int rank =
                            rule.touch().segments().stream()
                                    .mapToInt(segment -> 1 + ranks.getOrDefault(segment, 0))
                                    .max()
                                    .orElse(0);
                    Integer before = ranks.put(rule.segment(), rank);
                    rising |= before == null || before != rank;
                }
            }
        }

        private static <K> void index(Map<K, List<SegmentRule>> index, K key, SegmentRule rule) {
            index.computeIfAbsent(key, any -> new ArrayList<>()).add(rule);
        }
    }
}
