/**
 * What every service stands on. {@link io.itinera.kit.json.Json} and {@link
 * io.itinera.kit.records.JsonCodec} read and write records; {@link io.itinera.kit.tenancy.Caller}
 * says who asks, {@link io.itinera.kit.problem.Problem} says no; {@link
 * io.itinera.kit.topics.TopicNames} names topics and {@link io.itinera.kit.topics.KafkaSettings}
 * finds the broker; {@link io.itinera.kit.outbox.Outbox} tells with a transaction, {@link
 * io.itinera.kit.trace.Traces} carries the trace, {@link io.itinera.kit.codec.Packer} packs state,
 * {@link io.itinera.kit.streams.KeyedStore} and {@link io.itinera.kit.streams.Reads} keep and ask
 * it; {@link io.itinera.kit.sealing.Sealing} hides secrets; {@link
 * io.itinera.kit.records.Quarantine} puts aside what cannot be used.
 */
@NullMarked
package io.itinera.kit;

import org.jspecify.annotations.NullMarked;
