package io.itinera.journeys.store;

import io.itinera.contracts.definitions.JourneyDefinition;
import io.itinera.journeys.domain.draft.Published;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A row of table journey_version: what was published, never changed. */
@Entity
@Table(name = "journey_version")
@IdClass(VersionRow.Key.class)
class VersionRow {
    @Id UUID journey = new UUID(0, 0);
    @Id int version;
    String workspace = "";
    String plan = "";

    @Column(name = "published_at")
    Instant publishedAt = Instant.EPOCH;

    @Column(name = "published_by")
    String publishedBy = "";

    /** Which version of which journey. */
    record Key(UUID journey, int version) implements Serializable {}

    void set(Published published) {
        JourneyDefinition definition = published.definition();
        journey = definition.id();
        version = definition.version();
        workspace = definition.workspace();
        plan = JourneyRow.text(definition.plan());
        publishedAt = definition.publishedAt();
        publishedBy = published.by();
    }

    Published published() {
        return new Published(
                new JourneyDefinition(
                        journey, version, workspace, publishedAt, JourneyRow.plan(plan), Map.of()),
                publishedBy);
    }
}
