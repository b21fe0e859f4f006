package io.itinera.segmentation.topics;

import io.itinera.kit.records.Quarantine;
import io.itinera.kit.streams.RocksMemory;
import io.itinera.kit.topics.TopicNames;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives Quarkus the topology to run, and keeps what Kafka Streams makes by name. */
@RegisterForReflection(targets = RocksMemory.class)
final class TopologyBean {
    @Produces
    @Singleton
    Topology topology(
            TopicNames names,
            SegmentationConfig config,
            MeterRegistry registry,
            @ConfigProperty(name = "itinera.service") String service) {
        return new SegmentationTopology(
                        SegmentationTopics.of(names),
                        new Quarantine(service),
                        config.tick(),
                        config.history(),
                        files(config),
                        new Meters(registry))
                .build();
    }

    private static FileLife files(SegmentationConfig config) {
        FileLife documented = FileLife.asDocumented(config.filesFlush());
        return config.filesCleanAfter()
                .map(said -> new FileLife(documented.flush(), said))
                .orElse(documented);
    }
}
