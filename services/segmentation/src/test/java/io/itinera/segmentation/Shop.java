package io.itinera.segmentation;

import io.itinera.contracts.events.Event;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.topics.TopicNames;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What a test of the running service begins with: a workspace of its own on real Kafka and
 * PostgreSQL, its owner, a customer, and the wire to both. A field of it is closed by JUnit.
 */
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
public final class Shop implements AutoCloseable {
    final String workspace = UUID.randomUUID().toString();
    final Owner owner = new Owner(workspace);
    final UUID ann = customer("user", "ann");
    final TopicNames names;
    final Wire wire;

    Shop() {
        Config config = ConfigProvider.getConfig();
        names = new TopicNames(config.getValue("itinera.topics.prefix", String.class));
        wire = new Wire(config.getValue("kafka.bootstrap.servers", String.class), names);
    }

    /** The customer of this workspace that an identity begins. */
    UUID customer(String kind, String value) {
        return Ids.customer(workspace, kind, value);
    }

    /** Something that Ann does. */
    Event track(String name) {
        return Wire.track(workspace, null, "ann", name, Map.of());
    }

    @Override
    public void close() {
        wire.close();
    }
}
