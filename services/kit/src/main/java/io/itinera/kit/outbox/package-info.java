/**
 * What a transaction wants told on Kafka: rows beside its own, and a relay that tells each at least
 * once and in order. A service adds {@code classpath:db/kit} to its Flyway locations and makes the
 * relay a bean: {@code new OutboxRelay(pool, KafkaSettings.of(config), names)}, started at its
 * start and stopped at its end.
 */
@NullMarked
package io.itinera.kit.outbox;

import org.jspecify.annotations.NullMarked;
