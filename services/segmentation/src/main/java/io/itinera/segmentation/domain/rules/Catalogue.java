package io.itinera.segmentation.domain.rules;

import io.itinera.conditions.Compiled;
import io.itinera.conditions.Conditions;
import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.definitions.AttributeDefinition;
import io.itinera.contracts.definitions.IdentityRules;
import io.itinera.contracts.definitions.JourneyDefinition;
import io.itinera.contracts.definitions.JourneyHead;
import io.itinera.contracts.definitions.JourneyState;
import io.itinera.contracts.definitions.JourneysRecord;
import io.itinera.contracts.definitions.SegmentDefinition;
import io.itinera.contracts.definitions.SegmentHead;
import io.itinera.contracts.definitions.SegmentReadiness;
import io.itinera.contracts.definitions.SegmentsRecord;
import io.itinera.segmentation.domain.attributes.Attribute;
import io.itinera.segmentation.domain.attributes.Formulas;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything published that one partition has read, and the rules that follow from it. Versions and
 * heads come in any order; a rule holds as soon as both are there.
 */
public final class Catalogue {
    /** Hidden segments never change: another condition has another hash. */
    public static final int HIDDEN_VERSION = 1;

    /** The version under which a segment is left that nobody asks for any more. */
    public static final int FORGOTTEN_VERSION = 0;

    private final int partitions;
    private final Map<UUID, Map<Integer, SegmentRule>> segments = new HashMap<>();
    private final Map<UUID, Map<Integer, Attribute>> attributes = new HashMap<>();
    private final Map<UUID, SegmentHead> segmentHeads = new HashMap<>();
    private final Map<UUID, Map<Integer, JourneyQuestions>> journeys = new HashMap<>();
    private final Map<UUID, JourneyHead> journeyHeads = new HashMap<>();
    private final Map<SegmentKey, Map<Integer, Set<Integer>>> ready = new HashMap<>();
    private final Map<String, IdentityRules> identities = new HashMap<>();
    private final Set<SegmentKey> everComputed = new HashSet<>();

    /**
     * An empty catalogue.
     *
     * @param partitions how many partitions must be ready before a hidden segment is
     */
    public Catalogue(int partitions) {
        this.partitions = partitions;
    }

    /**
     * Takes a published record in.
     *
     * @throws InvalidCondition when its condition makes no sense; nothing is taken in then
     */
    public void accept(SegmentsRecord record) throws InvalidCondition {
        switch (record) {
            case SegmentDefinition it ->
                    segments.computeIfAbsent(it.id(), any -> new HashMap<>())
                            .put(it.version(), rule(it));
            case AttributeDefinition it ->
                    attributes
                            .computeIfAbsent(it.id(), any -> new HashMap<>())
                            .put(it.version(), attribute(it));
            case SegmentHead it -> segmentHeads.put(it.id(), it);
            case SegmentReadiness it ->
                    ready.computeIfAbsent(
                                    new SegmentKey(it.workspace(), it.segment()),
                                    any -> new HashMap<>())
                            .computeIfAbsent(it.version(), any -> new HashSet<>())
                            .add(it.partition());
            case IdentityRules it -> identities.put(it.workspace(), it);
        }
    }

    /**
     * Takes a published record in.
     *
     * @throws InvalidCondition when a condition of it makes no sense; nothing is taken in then
     */
    public void accept(JourneysRecord record) throws InvalidCondition {
        switch (record) {
            case JourneyDefinition it ->
                    journeys.computeIfAbsent(it.id(), any -> new HashMap<>())
                            .put(it.version(), JourneyQuestions.of(it));
            case JourneyHead it -> journeyHeads.put(it.id(), it);
        }
    }

    /** Lets go of a published record, because nobody stands on it any more. */
    public void forget(SegmentsRecord record) {
        switch (record) {
            case SegmentDefinition it ->
                    segments.getOrDefault(it.id(), new HashMap<>()).remove(it.version());
            case AttributeDefinition it ->
                    attributes.getOrDefault(it.id(), new HashMap<>()).remove(it.version());
            case SegmentHead it -> segmentHeads.remove(it.id());
            case SegmentReadiness it ->
                    ready.getOrDefault(new SegmentKey(it.workspace(), it.segment()), Map.of())
                            .getOrDefault(it.version(), new HashSet<>())
                            .remove(it.partition());
            case IdentityRules it -> identities.remove(it.workspace());
        }
    }

    /** Lets go of a published record, because nobody stands on it any more. */
    public void forget(JourneysRecord record) {
        switch (record) {
            case JourneyDefinition it ->
                    journeys.getOrDefault(it.id(), new HashMap<>()).remove(it.version());
            case JourneyHead it -> journeyHeads.remove(it.id());
        }
    }

    /** Which kinds of names are one person's alone; empty while nobody has said so. */
    public Optional<IdentityRules> identities(String workspace) {
        return Optional.ofNullable(identities.get(workspace));
    }

    /** The rules that hold now: segments, hidden segments, and those that everyone is leaving. */
    public Collection<SegmentRule> rules() {
        Map<SegmentKey, SegmentRule> rules = new HashMap<>();
        for (SegmentHead head : segmentHeads.values()) {
            SegmentRule rule = attributes.containsKey(head.id()) ? null : current(head);
            if (rule != null) {
                rules.put(rule.key(), rule);
            }
        }
        for (Map<Integer, JourneyQuestions> versions : journeys.values()) {
            versions.values().forEach(questions -> addHidden(questions, rules));
        }
        everComputed.addAll(rules.keySet());
        Set<String> derived =
                attributes.keySet().stream().map(UUID::toString).collect(Collectors.toSet());
        for (SegmentKey key : everComputed) {
            if (derived.contains(key.segment())) {
                continue;
            }
            rules.computeIfAbsent(
                    key,
                    it ->
                            SegmentRule.archived(
                                    it.workspace(),
                                    it.segment(),
                                    FORGOTTEN_VERSION,
                                    SegmentRule.Audience.NOBODY));
        }
        return rules.values();
    }

    /** The attributes that hold now, and those that everyone is losing. */
    public Collection<Attribute> attributes() {
        List<Attribute> holding = new ArrayList<>();
        for (Map.Entry<UUID, Map<Integer, Attribute>> each : attributes.entrySet()) {
            SegmentHead head = segmentHeads.get(each.getKey());
            Attribute current = head == null ? null : each.getValue().get(head.version());
            if (head != null && head.archived()) {
                holding.add(Attribute.archived(head.workspace(), head.id(), head.version()));
            } else if (current != null) {
                holding.add(current);
            }
        }
        return holding;
    }

    /** A segment that was computed before this catalogue was read anew. */
    public void remember(SegmentKey computed) {
        everComputed.add(computed);
    }

    /**
     * What journeys may ask about an event: those of the version for newcomers, and of those before
     * it that newcomers take while that version's hidden segments are being computed or while the
     * journeys service has not yet read that they are.
     */
    public Collection<JourneyQuestions> questions() {
        List<JourneyQuestions> live = new ArrayList<>();
        for (JourneyHead head : journeyHeads.values()) {
            if (head.state() != JourneyState.live) {
                continue;
            }
            Map<Integer, JourneyQuestions> versions = journeys.getOrDefault(head.id(), Map.of());
            boolean covered = false;
            for (int version = head.version(); version > 0 && !covered; version--) {
                JourneyQuestions questions = versions.get(version);
                if (questions != null) {
                    live.add(questions);
                    covered = version < head.version() && isReady(questions);
                }
            }
        }
        return live;
    }

    private boolean isReady(JourneyQuestions questions) {
        return questions.hidden().keySet().stream()
                .allMatch(
                        hash ->
                                readyPartitions(
                                                new SegmentKey(questions.workspace(), hash),
                                                HIDDEN_VERSION)
                                        == partitions);
    }

    /** How many partitions have computed a version of a segment. */
    public int readyPartitions(SegmentKey key, int version) {
        return ready.getOrDefault(key, Map.of()).getOrDefault(version, Set.of()).size();
    }

    private @Nullable SegmentRule current(SegmentHead head) {
        if (head.archived()) {
            return SegmentRule.archived(
                    head.workspace(),
                    head.id().toString(),
                    head.version(),
                    SegmentRule.Audience.EVERYONE);
        }
        return segments.getOrDefault(head.id(), Map.of()).get(head.version());
    }

    private void addHidden(JourneyQuestions questions, Map<SegmentKey, SegmentRule> rules) {
        questions
                .hidden()
                .forEach(
                        (hash, condition) -> {
                            SegmentKey key = new SegmentKey(questions.workspace(), hash);
                            rules.put(
                                    key,
                                    new SegmentRule(
                                            questions.workspace(),
                                            hash,
                                            HIDDEN_VERSION,
                                            SegmentRule.Audience.NOBODY,
                                            condition));
                        });
    }

    private static Attribute attribute(AttributeDefinition it) throws InvalidCondition {
        return new Attribute(
                it.workspace(), it.id(), it.version(), Formulas.compile(it.name(), it.rule()));
    }

    private static SegmentRule rule(SegmentDefinition definition) throws InvalidCondition {
        Condition condition = definition.condition();
        Compiled compiled = Conditions.compile(condition);
        return new SegmentRule(
                definition.workspace(),
                definition.id().toString(),
                definition.version(),
                SegmentRule.Audience.EVERYONE,
                compiled);
    }
}
