package io.itinera.insights.topics;

import io.itinera.insights.store.Offsets;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Goes on where the store's rows end; a partition that it does not know begins at its start. */
@ApplicationScoped
@Identifier("stored-offsets") class StoredOffsets implements KafkaConsumerRebalanceListener {
    private final Offsets offsets;

    @Inject
    StoredOffsets(Offsets offsets) {
        this.offsets = offsets;
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Map<Integer, Long> known = offsets.next(partition.topic());
            Long next = known.get(partition.partition());
            if (next == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, next);
            }
        }
    }
}
