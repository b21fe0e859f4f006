package io.itinera.gateway.store;

import io.itinera.contracts.settings.Workspace;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** A workspace's row. */
@Entity(name = "WorkspaceRow")
@Table(name = "workspace")
class WorkspaceRow extends PanacheEntityBase {
    @Id UUID id;
    String name;
    String zone;
    String locale;
    String sender;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    void take(Workspace workspace) {
        name = workspace.name();
        zone = workspace.zone().getId();
        locale = workspace.locale();
        sender = workspace.sender();
    }

    Workspace workspace() {
        return new Workspace(id.toString(), name, ZoneId.of(zone), locale, sender, Map.of());
    }
}
