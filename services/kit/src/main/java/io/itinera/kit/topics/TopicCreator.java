package io.itinera.kit.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes a broker's topics as they are specified. What exists is left as it is, save that another
 * number of partitions is refused: keys would then meet on other partitions than everybody thinks.
 */
public final class TopicCreator {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** A broker hears from the controller a moment later that there is a topic. */
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(30);

    private final Admin admin;
    private final TopicNames names;
    private final short replication;

    /**
     * A creator on this broker.
     *
     * @param replication how many brokers keep each partition of a topic that is created
     */
    public TopicCreator(Admin admin, TopicNames names, short replication) {
        this.admin = admin;
        this.names = names;
        this.replication = replication;
    }

    /**
     * Creates what is missing, and waits until the broker knows it; several at once may do so.
     *
     * @return the broker's names of the topics that this call created
     * @throws IllegalStateException when a topic has another number of partitions
     */
    public List<String> create(List<TopicSpec> specs) {
        List<String> created = new ArrayList<>();
        for (TopicSpec spec : missing(specs)) {
            NewTopic topic =
                    new NewTopic(names.of(spec.name()), spec.partitions(), replication)
                            .configs(spec.settings());
            if (createOne(topic)) {
                created.add(topic.name());
            }
        }
        if (!created.isEmpty()) {
            await(specs, HEARD_WITHIN);
        }
        return created;
    }

    /**
     * Waits until somebody else has created what is missing.
     *
     * @throws IllegalStateException when that takes longer than patience, or a topic has another
     *     number of partitions
     */
    public void await(List<TopicSpec> specs, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<TopicSpec> missing = missing(specs);
        while (!missing.isEmpty()) {
            if (System.nanoTime() - deadline >= 0) {
                throw new IllegalStateException(
                        "These topics were not created within %s: %s"
                                .formatted(
                                        patience,
                                        missing.stream()
                                                .map(spec -> names.of(spec.name()))
                                                .toList()));
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            missing = missing(missing);
        }
    }

    private List<TopicSpec> missing(List<TopicSpec> specs) {
        Map<String, KafkaFuture<TopicDescription>> found =
                admin.describeTopics(specs.stream().map(spec -> names.of(spec.name())).toList())
                        .topicNameValues();
        return specs.stream().filter(spec -> !stands(spec, found)).toList();
    }

    private boolean stands(TopicSpec spec, Map<String, KafkaFuture<TopicDescription>> found) {
        String name = names.of(spec.name());
        try {
            int partitions = found.get(name).get().partitions().size();
            if (partitions != spec.partitions()) {
                throw new IllegalStateException(
                        "Topic %s has %d partitions and must have %d: move its records to a topic of that size before this version starts"
                                .formatted(name, partitions, spec.partitions()));
            }
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw new IllegalStateException("Topic " + name + " cannot be described", failed);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private boolean createOne(NewTopic topic) {
        try {
            admin.createTopics(Set.of(topic)).all().get();
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw new IllegalStateException("Topic " + topic.name() + " cannot be created", failed);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static IllegalStateException interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while asking the broker", interrupted);
    }
}
