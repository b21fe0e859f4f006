package io.itinera.kit.topics;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The names as configuration has them. */
final class TopicBeans {
    @Produces
    @Singleton
    TopicNames names(TopicsConfig config) {
        return new TopicNames(config.prefix());
    }
}
