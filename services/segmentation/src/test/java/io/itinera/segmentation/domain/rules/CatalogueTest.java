package io.itinera.segmentation.domain.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.definitions.Entry;
import io.itinera.contracts.definitions.JourneyDefinition;
import io.itinera.contracts.definitions.JourneyHead;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.JourneyState;
import io.itinera.contracts.definitions.Rule;
import io.itinera.contracts.definitions.SegmentDefinition;
import io.itinera.contracts.definitions.SegmentHead;
import io.itinera.contracts.definitions.SegmentReadiness;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class CatalogueTest {
    private static final int PARTITIONS = 2;
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
    private static final UUID ID = new UUID(1, 2);
    private static final Condition BOUGHT =
            new Condition.Performed("Bought", Times.ONCE, null, null);

    private final Catalogue catalogue = new Catalogue(PARTITIONS);

    private static SegmentDefinition segment(int version, Condition condition) {
        return new SegmentDefinition(ID, version, "w", "buyers", condition, AT, Map.of());
    }

    private static JourneyDefinition journey(int version) {
        JourneyPlan plan =
                new JourneyPlan(
                        "cart",
                        new Entry("Added", null, null, null, Entry.Reentry.always, null),
                        Map.of(),
                        List.of(new Rule("bought", BOUGHT)),
                        List.of(),
                        "end",
                        Map.of(),
                        Map.of(),
                        Map.of());
        return new JourneyDefinition(ID, version, "w", AT, plan, Map.of());
    }

    private List<Integer> rules() {
        return catalogue.rules().stream().map(SegmentRule::version).toList();
    }

    private List<Integer> asked() {
        return catalogue.questions().stream().map(JourneyQuestions::version).toList();
    }

    @Test
    void versionHoldsOnceItsHeadSaysSo() throws InvalidCondition {
        catalogue.accept(segment(1, BOUGHT));
        catalogue.accept(segment(2, BOUGHT));
        catalogue.accept(new SegmentHead(ID, "w", 2, false));
        assertEquals(List.of(2), rules());
    }

    @Test
    void versionWithoutAHeadDoesNotHold() throws InvalidCondition {
        catalogue.accept(segment(1, BOUGHT));
        assertEquals(List.of(), rules());
    }

    @Test
    void conditionThatMakesNoSenseIsNotTakenIn() {
        Condition nonsense = new Condition.Performed("", Times.ONCE, null, null);
        assertThrows(InvalidCondition.class, () -> catalogue.accept(segment(1, nonsense)));
    }

    @Test
    void segmentOfWhichNothingIsLeftIsLeftByEveryone() throws InvalidCondition {
        SegmentHead head = new SegmentHead(ID, "w", 1, false);
        catalogue.accept(segment(1, BOUGHT));
        catalogue.accept(head);
        catalogue.rules();
        catalogue.forget(head);
        assertEquals(List.of(Catalogue.FORGOTTEN_VERSION), rules());
    }

    @Test
    void journeysFreeConditionIsASegmentThatNobodyIsToldOf() throws InvalidCondition {
        catalogue.accept(journey(1));
        SegmentRule hidden = catalogue.rules().iterator().next();
        assertEquals(
                List.of(Conditions.hash(BOUGHT), SegmentRule.Audience.NOBODY),
                List.of(hidden.segment(), hidden.audience()));
    }

    @Test
    void journeyThatIsNotLiveAsksNothing() throws InvalidCondition {
        catalogue.accept(journey(1));
        catalogue.accept(new JourneyHead(ID, "w", 1, JourneyState.closed));
        assertEquals(List.of(), asked());
    }

    @Test
    void olderVersionsAreAskedUntilOneIsComputed() throws InvalidCondition {
        for (int version = 1; version <= 3; version++) {
            catalogue.accept(journey(version));
        }
        catalogue.accept(new JourneyHead(ID, "w", 3, JourneyState.live));
        assertEquals(List.of(3, 2, 1), asked());
    }

    @Test
    void oneVersionBeforeTheNewestIsAskedOnceAllIsComputed() throws InvalidCondition {
        for (int version = 1; version <= 3; version++) {
            catalogue.accept(journey(version));
        }
        catalogue.accept(new JourneyHead(ID, "w", 3, JourneyState.live));
        for (int partition = 0; partition < PARTITIONS; partition++) {
            catalogue.accept(
                    new SegmentReadiness(Conditions.hash(BOUGHT), 1, "w", partition, 0, AT));
        }
        assertEquals(List.of(3, 2), asked());
    }
}
