package io.itinera.insights.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.contracts.transitions.Transition;
import io.itinera.contracts.transitions.TransitionKind;
import io.itinera.insights.domain.Batch;
import io.itinera.insights.domain.JourneyFigures;
import io.itinera.insights.domain.JourneyFigures.MessageFigures;
import io.itinera.insights.domain.JourneySummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JourneyStoreTest {
    private static final UUID CUSTOMER = new UUID(2, 1);
    private static final UUID JOURNEY = new UUID(2, 2);
    private static final UUID ENROLLMENT = new UUID(2, 3);
    private static final UUID SEND = new UUID(2, 4);
    private static final UUID OTHER = new UUID(2, 5);

    private final String workspace = TestDatabase.workspace();
    private final Batch<Transition> batch = Batch.of("transitions-" + workspace);
    private final TransitionStore transitions = new TransitionStore(TestDatabase.SHARED);
    private final JourneyStore answers = new JourneyStore(TestDatabase.SHARED);

    @Test
    void messageCalledBackByTwoTellersCountsOnce() {
        told(TransitionKind.calledBack, SEND, "excluded:ordered");
        told(TransitionKind.calledBack, SEND, "exit:ordered");
        told(TransitionKind.calledBack, OTHER, "excluded:ordered");
        assertEquals(new MessageFigures(0, 0, 0, 2, 0, 0), messages());
    }

    @Test
    void messageSentAndClickedOftenCountsOnce() {
        told(TransitionKind.requested, SEND, null);
        told(TransitionKind.gate, SEND, null);
        told(TransitionKind.sent, SEND, null);
        told(TransitionKind.sent, SEND, null);
        told(TransitionKind.clicked, SEND, null);
        told(TransitionKind.clicked, SEND, null);
        told(TransitionKind.sent, OTHER, null);
        assertEquals(new MessageFigures(1, 2, 0, 0, 0, 1), messages());
        assertEquals(
                List.of(2L),
                answers.journeys(workspace).stream().map(JourneySummary::sent).toList());
    }

    @Test
    void stepsAndRefusalsCountEachTime() {
        told(TransitionKind.arrived, null, null);
        told(TransitionKind.arrived, null, null);
        told(TransitionKind.refused, null, "too_soon");
        told(TransitionKind.refused, null, "too_soon");
        JourneyFigures figures = figures();
        assertEquals(2, figures.nodes().get("mail").waiting());
        assertEquals(Map.of("too_soon", 2L), figures.refused());
    }

    @Test
    void revisionGrowsWithItsOwnJourneyOfItsOwnWorkspaceOnly() {
        told(TransitionKind.arrived, null, null);
        long before = transitions.revision(workspace, JOURNEY);
        transitions.take(batch);
        assertTrue(before < transitions.revision(workspace, JOURNEY));
        assertEquals(0, transitions.revision(workspace, OTHER));
        assertEquals(0, transitions.revision(TestDatabase.workspace(), JOURNEY));
    }

    private MessageFigures messages() {
        return figures().nodes().get("mail").messages();
    }

    private JourneyFigures figures() {
        transitions.take(batch);
        return answers.figures(workspace, JOURNEY, null);
    }

    private void told(TransitionKind kind, @Nullable UUID send, @Nullable String reason) {
        int place = batch.rows().size();
        batch.add(
                0,
                place,
                new Transition(
                        "t" + place,
                        workspace,
                        CUSTOMER,
                        CUSTOMER,
                        JOURNEY,
                        1,
                        ENROLLMENT,
                        kind,
                        "mail",
                        1,
                        null,
                        null,
                        reason,
                        send,
                        Instant.ofEpochMilli(place),
                        Map.of(),
                        Map.of()));
    }
}
