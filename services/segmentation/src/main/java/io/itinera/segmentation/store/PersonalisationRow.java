package io.itinera.segmentation.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** What a workspace's own web pages may know of whoever looks at them. */
@NullUnmarked // Hibernate fills the columns in
@Entity
@Table(name = "personalisation")
public class PersonalisationRow extends PanacheEntityBase {
    @Id public String workspace;

    /** Stands in the pages; anybody may know it. */
    public String key;

    /** Signs what instances ask each other; nobody else ever sees it. */
    public String secret;

    public boolean enabled;

    /** A JSON list of names. */
    public String traits;

    /** A JSON list of ids. */
    public String segments;

    /** A JSON list. */
    public String origins;
}
