package io.itinera.segmentation.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.kit.records.Quarantine;
import io.itinera.kit.topics.TopicNames;
import io.itinera.segmentation.store.TimelineStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class SegmentationTopologyTest {

    /** A renamed node, store or internal topic would leave its state behind at the next release. */
    @Test
    void topologyIsTheOneThatWasReleased() throws IOException {
        String described =
                new SegmentationTopology(
                                SegmentationTopics.of(new TopicNames("itinera.")),
                                new Quarantine("segmentation"),
                                Duration.ofSeconds(1),
                                TimelineStore.MEMORY,
                                FileLife.asDocumented(Duration.ofHours(1)),
                                new Meters(new SimpleMeterRegistry()))
                        .build()
                        .describe()
                        .toString();
        assertEquals(released().strip(), described.strip());
    }

    private String released() throws IOException {
        try (InputStream text =
                Objects.requireNonNull(getClass().getResourceAsStream("/topology.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
