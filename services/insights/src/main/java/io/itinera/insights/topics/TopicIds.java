package io.itinera.insights.topics;

import io.itinera.kit.topics.KafkaSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.Config;

/** The broker's ids of topics: one that is made anew has the same name and another id. */
@Singleton
final class TopicIds {
    private final Config config;

    @Inject
    TopicIds(Config config) {
        this.config = config;
    }

    /**
     * The id of each.
     *
     * @throws IllegalStateException when the broker does not tell
     */
    Map<String, String> of(Collection<String> topics) {
        try (Admin admin = Admin.create(KafkaSettings.of(config))) {
            return admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .collect(Collectors.toMap(it -> it.name(), it -> it.topicId().toString()));
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Topics cannot be described: " + topics, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the broker", interrupted);
        }
    }
}
