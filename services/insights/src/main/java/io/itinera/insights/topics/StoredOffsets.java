package io.itinera.insights.topics;

import io.itinera.insights.domain.Start;
import io.itinera.insights.store.Offsets;
import io.itinera.kit.logs.LogKeys;
import io.itinera.kit.logs.LogWith;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Goes on where the store's rows end. A partition that it does not know begins at its start, and so
 * does one whose offsets say nothing any more, because the topic was made anew or cut short: that
 * is said aloud, and counted.
 */
@ApplicationScoped
@Identifier("stored-offsets") class StoredOffsets implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(StoredOffsets.class);

    private final Offsets offsets;
    private final TopicIds ids;
    private final MeterRegistry meters;

    @Inject
    StoredOffsets(Offsets offsets, TopicIds ids, MeterRegistry meters) {
        this.offsets = offsets;
        this.ids = ids;
        this.meters = meters;
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<String, List<TopicPartition>> topics =
                partitions.stream().collect(Collectors.groupingBy(TopicPartition::topic));
        Map<String, String> known = ids.of(topics.keySet());
        topics.forEach((topic, its) -> begin(consumer, topic, known.get(topic), its));
    }

    private void begin(
            Consumer<?, ?> consumer, String topic, String id, List<TopicPartition> partitions) {
        Map<Integer, Long> ends = new HashMap<>();
        consumer.endOffsets(partitions).forEach((it, end) -> ends.put(it.partition(), end));
        offsets.begin(topic, id, ends)
                .forEach((part, start) -> seek(consumer, new TopicPartition(topic, part), start));
    }

    private void seek(Consumer<?, ?> consumer, TopicPartition partition, Start start) {
        switch (start) {
            case Start.GoOn(long offset) -> consumer.seek(partition, offset);
            case Start.Over(Start.Cause cause) -> {
                consumer.seekToBeginning(Set.of(partition));
                if (cause != Start.Cause.NEVER_READ) {
                    tell(partition, cause);
                }
            }
        }
    }

    private void tell(TopicPartition partition, Start.Cause cause) {
        meters.counter(
                        "itinera.insights.started.over",
                        "topic",
                        partition.topic(),
                        "cause",
                        cause.text())
                .increment();
        LogWith.keys(
                Map.of(
                        LogKeys.TOPIC,
                        partition.topic(),
                        LogKeys.PARTITION,
                        partition.partition(),
                        LogKeys.REASON,
                        cause.text()),
                () ->
                        LOG.warn(
                                "A partition is not the one that was read before: it is read again from its start"));
    }
}
