package io.itinera.kit.topics;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.jboss.logging.Logger;

/**
 * Creates the shared topics and ends: what the chart's topic job runs, before any service. It reads
 * the same keys as the services, from the environment: {@code KAFKA_BOOTSTRAP_SERVERS}, {@code
 * ITINERA_TOPICS_PREFIX}, {@code ITINERA_TOPICS_REPLICATION}.
 */
public final class CreateTopics {
    private static final Logger LOG = Logger.getLogger(CreateTopics.class);

    private CreateTopics() {}

    /** Runs once; takes no arguments. */
    public static void main(String[] arguments) {
        SmallRyeConfig config =
                new SmallRyeConfigBuilder()
                        .addDefaultSources()
                        .addDefaultInterceptors()
                        .withMapping(TopicsConfig.class)
                        .build();
        TopicsConfig topics = config.getConfigMapping(TopicsConfig.class);
        try (Admin admin = Admin.create(KafkaSettings.of(config))) {
            TopicCreator creator =
                    new TopicCreator(admin, new TopicNames(topics.prefix()), topics.replication());
            LOG.infof("Topics created: %s", creator.create(TopicSpecs.all()));
        }
    }
}
