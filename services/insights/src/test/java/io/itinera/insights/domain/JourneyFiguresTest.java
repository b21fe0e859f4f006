package io.itinera.insights.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.transitions.TransitionKind;
import io.itinera.insights.domain.JourneyFigures.EdgeFigures;
import io.itinera.insights.domain.JourneyFigures.MessageFigures;
import io.itinera.insights.domain.JourneyFigures.NodeFigures;
import io.itinera.insights.domain.JourneyFigures.VersionFigures;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JourneyFiguresTest {
    @Test
    void figuresAddUpByNodeEdgeReasonAndVersion() {
        List<Tally> tallies =
                List.of(
                        tally(1, TransitionKind.entered, null, null, 5),
                        tally(2, TransitionKind.entered, null, null, 2),
                        tally(1, TransitionKind.refused, null, "already_inside", 3),
                        tally(1, TransitionKind.arrived, "wait", null, 7),
                        new Tally(1, TransitionKind.passed, "wait", "then", "mail", null, 4),
                        tally(1, TransitionKind.ended, "wait", null, 1),
                        tally(1, TransitionKind.requested, "mail", null, 4),
                        tally(1, TransitionKind.sent, "mail", null, 3),
                        tally(1, TransitionKind.suppressed, "mail", null, 1));
        assertEquals(
                new JourneyFigures(
                        7,
                        6,
                        1,
                        3,
                        Map.of("already_inside", 3L),
                        Map.of(
                                "wait",
                                new NodeFigures(2, 4, 1, new MessageFigures(0, 0, 0, 0, 0, 0)),
                                "mail",
                                new NodeFigures(0, 0, 0, new MessageFigures(4, 3, 1, 0, 0, 0))),
                        List.of(new EdgeFigures("wait", "then", "mail", 4)),
                        Map.of(1, new VersionFigures(5, 4, 1), 2, new VersionFigures(2, 2, 0))),
                JourneyFigures.of(tallies));
    }

    private static Tally tally(
            int version,
            TransitionKind kind,
            @Nullable String node,
            @Nullable String reason,
            long count) {
        return new Tally(version, kind, node, null, null, reason, count);
    }
}
