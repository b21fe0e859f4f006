package io.itinera.gateway.api;

import io.itinera.contracts.settings.Workspace;
import io.itinera.gateway.domain.Role;
import java.time.ZoneId;

/**
 * A workspace as one of its members sees it.
 *
 * @param role what they are in it
 */
record WorkspaceView(
        String id, String name, ZoneId zone, String locale, String sender, String role) {
    static WorkspaceView of(Workspace workspace, Role role) {
        return new WorkspaceView(
                workspace.id(),
                workspace.name(),
                workspace.zone(),
                workspace.locale(),
                workspace.sender(),
                role.text());
    }
}
