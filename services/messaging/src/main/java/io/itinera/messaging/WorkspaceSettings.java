package io.itinera.messaging;

import io.itinera.contracts.settings.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The settings of every workspace, as their topic had them last. */
@ApplicationScoped
public class WorkspaceSettings {
    private final Map<String, Workspace> byId = new ConcurrentHashMap<>();

    /** A workspace's settings; null as long as they have not been read. */
    public @Nullable Workspace of(String workspace) {
        return byId.get(workspace);
    }

    /** From now on, these hold. */
    public void put(Workspace workspace) {
        byId.put(workspace.id(), workspace);
    }

    /** The workspace is gone. */
    public void remove(String workspace) {
        byId.remove(workspace);
    }
}
