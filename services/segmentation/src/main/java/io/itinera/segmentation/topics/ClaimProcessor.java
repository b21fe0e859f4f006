package io.itinera.segmentation.topics;

import io.itinera.segmentation.Claims;
import io.itinera.segmentation.domain.identity.Oblivion;
import io.itinera.segmentation.store.DeviceStore;
import io.itinera.segmentation.store.IdentityPacking;
import io.itinera.segmentation.store.StoreNames;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.NullUnmarked;

/**
 * Step one for claims, where the device's own events are. What is empty only moves the topic on, so
 * that the broker deletes what was read.
 */
@NullUnmarked // Kafka hands the context over in init
final class ClaimProcessor implements Processor<byte[], Addressed, byte[], Addressed> {
    private StepOneOutlet outlet;
    private Claims claims;

    @Override
    public void init(ProcessorContext<byte[], Addressed> context) {
        outlet = new StepOneOutlet(context, Nodes.FOUND_SINK, Nodes.FORGOTTEN_SINK);
        claims = new Claims(new DeviceStore(context.getStateStore(StoreNames.DEVICES)), outlet);
    }

    @Override
    public void process(Record<byte[], Addressed> record) {
        outlet.follow(record);
        byte[] packed = Objects.requireNonNull(record.value().value());
        if (packed.length == 0) {
            return;
        }
        Optional<Oblivion> oblivion = IdentityPacking.oblivion(packed);
        if (oblivion.isPresent()) {
            claims.take(oblivion.get());
            return;
        }
        IdentityPacking.release(packed)
                .ifPresentOrElse(claims::take, () -> claims.take(IdentityPacking.claim(packed)));
    }
}
