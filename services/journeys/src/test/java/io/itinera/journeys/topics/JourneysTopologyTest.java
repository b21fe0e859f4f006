package io.itinera.journeys.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.journeys.JourneyMeters;
import io.itinera.kit.topics.TopicNames;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The names that brokers and disks know; who changes one moves what lies under it. */
final class JourneysTopologyTest {

    @Test
    void namesStay() {
        String described =
                JourneysTopology.build(
                                new TopicNames("itinera."),
                                "journeys",
                                new JourneyMeters(new SimpleMeterRegistry()))
                        .describe()
                        .toString();
        assertEquals(
                """
                Topologies:
                   Sub-topology: 0
                    Source: activity-in (topics: [itinera.activity])
                      --> journeys
                    Source: journeys-in (topics: [itinera.journeys])
                      --> journeys
                    Source: moves-in (topics: [itinera.journeys.moves])
                      --> journeys
                    Source: segments-in (topics: [itinera.segments])
                      --> journeys
                    Processor: journeys (stores: [customers, definitions, enrollments, holds, marks, profiles, timers])
                      --> messages-out, moves-out, outcomes-out, quarantine-out, transitions-out
                      <-- activity-in, journeys-in, segments-in, moves-in
                    Sink: messages-out (topic: itinera.messages)
                      <-- journeys
                    Sink: moves-out (topic: itinera.journeys.moves)
                      <-- journeys
                    Sink: outcomes-out (topic: itinera.outcomes)
                      <-- journeys
                    Sink: quarantine-out (topic: itinera.quarantine)
                      <-- journeys
                    Sink: transitions-out (topic: itinera.transitions)
                      <-- journeys
                """,
                sorted(described.replaceAll("(?m)\\s+$", "") + "\n"));
    }

    /** Stores stand in a set, whose order is nobody's promise. */
    private static String sorted(String described) {
        return Pattern.compile("stores: \\[(.*)]")
                .matcher(described)
                .replaceAll(
                        found ->
                                Arrays.stream(found.group(1).split(", ", -1))
                                        .sorted()
                                        .collect(Collectors.joining(", ", "stores: [", "]")));
    }
}
