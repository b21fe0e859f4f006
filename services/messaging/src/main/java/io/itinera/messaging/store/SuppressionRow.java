package io.itinera.messaging.store;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** An address that is not written to. */
@Entity
@Table(name = "suppression")
class SuppressionRow {
    @EmbeddedId AddressKey id;

    String reason;
    Instant at;
}
