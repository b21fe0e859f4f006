package io.itinera.kit.topics;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Sees to the topics when a service starts, before its consumers and its streams do. */
@Singleton
final class TopicsAtStart {
    private static final Logger LOG = Logger.getLogger(TopicsAtStart.class);

    private final TopicsConfig topics;
    private final TopicNames names;
    private final Config config;

    TopicsAtStart(TopicsConfig topics, TopicNames names, Config config) {
        this.topics = topics;
        this.names = names;
        this.config = config;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (!topics.create()) {
            return;
        }
        try (Admin admin = Admin.create(KafkaSettings.of(config))) {
            List<String> created =
                    new TopicCreator(admin, names, topics.replication()).create(TopicSpecs.all());
            if (!created.isEmpty()) {
                LOG.infof("Topics created: %s", created);
            }
        }
    }
}
