package io.itinera.kit.topics;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
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
        try (Admin admin = Admin.create(KafkaSettings.of(config))) {
            TopicCreator creator = new TopicCreator(admin, names, topics.replication());
            if (topics.create()) {
                LOG.infof("Topics created: %s", creator.create(TopicSpecs.all()));
            } else {
                creator.await(TopicSpecs.all(), topics.patience());
            }
        }
        if (topics.only()) {
            Quarkus.asyncExit();
        }
    }
}
