/**
 * What Kafka Streams services share: ordered keys and scans over byte stores, one memory for
 * RocksDB, health, and reads that find the instance that knows. Their settings stand in this
 * module's {@code microprofile-config.properties}.
 */
@NullMarked
package io.itinera.kit.streams;

import org.jspecify.annotations.NullMarked;
