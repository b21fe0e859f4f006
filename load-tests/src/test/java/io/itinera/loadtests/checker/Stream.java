package io.itinera.loadtests.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Plays segmentation: lets each event through once, in transactions, some of which are aborted. */
final class Stream implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ABORT_EVERY = 7;

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final Planted planted;
    private final Set<String> seen = new HashSet<>();
    private int transactions;

    Stream(KafkaProducer<byte[], byte[]> producer, String topic, Planted planted) {
        this.producer = producer;
        this.topic = topic;
        this.planted = planted;
        producer.initTransactions();
    }

    /** The events of one request, as they stand on the topic. */
    void take(List<Out> events) {
        List<ObjectNode> activities = new ArrayList<>();
        for (Out event : events) {
            if (isNew(event) && !planted.strikes(Bug.LEAVES_ONE_BEHIND)) {
                activities.add(activity(event));
            }
        }
        swap(activities);
        if (++transactions % ABORT_EVERY == 0) {
            producer.beginTransaction();
            activities.forEach(this::write);
            producer.flush();
            producer.abortTransaction();
        }
        producer.beginTransaction();
        activities.forEach(this::write);
        producer.commitTransaction();
    }

    private boolean isNew(Out event) {
        String id = event.json().path("workspace").asText() + event.id();
        return seen.add(id) || planted.strikes(Bug.FORGETS_AN_ID_IN_THE_WINDOW);
    }

    private ObjectNode activity(Out event) {
        String owner = planted.strikes(Bug.COUNTS_IT_FOR_ANOTHER_PERSON) ? "nobody" : event.owner();
        ObjectNode activity = JSON.createObjectNode();
        activity.put("kind", "activity");
        activity.set("workspace", event.json().path("workspace"));
        activity.put("customer", UUID.nameUUIDFromBytes(owner.getBytes(UTF_8)).toString());
        activity.set("event", event.json());
        return activity;
    }

    private void swap(List<ObjectNode> activities) {
        for (int i = 1; i < activities.size(); i++) {
            boolean oneCustomer =
                    activities
                            .get(i - 1)
                            .path("customer")
                            .equals(activities.get(i).path("customer"));
            if (oneCustomer && planted.strikes(Bug.SWAPS_TWO_IN_THE_STREAM)) {
                activities.add(i - 1, activities.remove(i));
            }
        }
    }

    private void write(ObjectNode activity) {
        String customer = activity.path("customer").asText();
        String key = activity.path("workspace").asText() + "|" + customer;
        if (planted.strikes(Bug.KEYS_ONE_OTHERWISE_IN_THE_STREAM)) {
            key = customer;
        }
        Future<RecordMetadata> _ =
                producer.send(
                        new ProducerRecord<>(
                                topic, key.getBytes(UTF_8), activity.toString().getBytes(UTF_8)));
    }

    @Override
    public void close() {
        producer.close();
    }
}
