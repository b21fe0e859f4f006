package io.itinera.messaging.store;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** What we were told about an address. */
@Entity
@Table(name = "consent")
class ConsentRow {
    @EmbeddedId AddressKey id;

    boolean granted;
    Instant at;
}
