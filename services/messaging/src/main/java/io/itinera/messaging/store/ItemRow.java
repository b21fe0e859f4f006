package io.itinera.messaging.store;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** An item of a catalogue; its fields are JSON. */
@Entity
@Table(name = "catalogue_item")
class ItemRow {
    @EmbeddedId ItemKey key;

    String fields;

    @Column(name = "updated_at")
    Instant updatedAt;
}
