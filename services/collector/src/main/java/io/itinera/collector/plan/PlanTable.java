package io.itinera.collector.plan;

import io.itinera.collector.domain.Breach;
import io.itinera.collector.domain.NormalEvent;
import io.itinera.collector.domain.TrackingPlan;
import io.itinera.collector.wire.EventTree;
import io.itinera.contracts.Keys;
import io.itinera.contracts.definitions.EventDefinition;
import io.itinera.kit.json.Json;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.tables.Table;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Every workspace's plan, as the topic of event definitions says it. */
@Singleton
public final class PlanTable implements Table, TrackingPlan {
    private static final JsonCodec<EventDefinition> CODEC = JsonCodec.of(EventDefinition.class);
    private static final List<Breach> UNKNOWN = List.of(new Breach("", "is not in the plan"));

    private volatile @Nullable Map<String, PlanSchema> byKey;

    @Override
    public List<Breach> breaches(NormalEvent event) {
        Map<String, PlanSchema> known = byKey;
        if (known == null) {
            throw new IllegalStateException("the plan has not been read yet");
        }
        PlanSchema schema = known.get(key(event));
        return schema == null ? UNKNOWN : schema.breaches(EventTree.of(event));
    }

    /** Whether a workspace's plan has this name, as far as it has been read. */
    public boolean foresees(String workspace, String name) {
        Map<String, PlanSchema> known = byKey;
        return known != null && known.containsKey(Keys.eventDefinition(workspace, name));
    }

    private static String key(NormalEvent event) {
        return Keys.eventDefinition(event.arrival().source().workspace(), event.name());
    }

    @Override
    public boolean isComplete() {
        return byKey != null;
    }

    @Override
    public Edition anew() {
        return new Definitions();
    }

    /** Once it is published, what is put is in force at once. */
    private final class Definitions implements Edition {
        private final Map<String, PlanSchema> schemas = new ConcurrentHashMap<>();

        @Override
        public void put(String key, byte @Nullable [] value) {
            if (value == null) {
                schemas.remove(key);
                return;
            }
            EventDefinition definition = CODEC.read(value);
            schemas.put(key, new PlanSchema(Json.mapper().valueToTree(definition.schema())));
        }

        @Override
        public void publish() {
            byKey = schemas;
        }
    }
}
