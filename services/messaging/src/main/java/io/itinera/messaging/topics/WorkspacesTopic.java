package io.itinera.messaging.topics;

import io.itinera.contracts.settings.Workspace;
import io.itinera.kit.logs.LogKeys;
import io.itinera.kit.logs.LogWith;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.records.Unreadable;
import io.itinera.messaging.Dispatcher;
import io.itinera.messaging.WorkspaceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Keeps the settings of every workspace at hand: each instance reads all of the topic. */
@ApplicationScoped
final class WorkspacesTopic {
    private static final Logger LOG = Logger.getLogger(WorkspacesTopic.class);
    private static final JsonCodec<Workspace> WORKSPACES = JsonCodec.of(Workspace.class);

    private final WorkspaceSettings settings;
    private final Dispatcher dispatcher;

    @Inject
    WorkspacesTopic(WorkspaceSettings settings, Dispatcher dispatcher) {
        this.settings = settings;
        this.dispatcher = dispatcher;
    }

    @Incoming("workspaces")
    void follow(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            settings.remove(new String(record.key(), StandardCharsets.UTF_8));
            return;
        }
        try {
            settings.put(WORKSPACES.read(record.value()));
            dispatcher.call();
        } catch (Unreadable why) {
            LogWith.keys(
                    Map.of(
                            LogKeys.TOPIC, record.topic(),
                            LogKeys.OFFSET, record.offset(),
                            LogKeys.REASON, why.reason()),
                    () -> LOG.warn("Settings of a workspace cannot be read; the old ones hold"));
        }
    }
}
