package io.itinera.segmentation.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A version of an attribute as it was published. */
@NullUnmarked // Hibernate fills the columns in
@Entity
@Table(name = "attribute_version")
@IdClass(AttributeVersionRow.Key.class)
public class AttributeVersionRow extends PanacheEntityBase {
    @Id public UUID attribute;

    @Id public int version;

    public String name;

    /** Its JSON. */
    public String rule;

    @Column(name = "published_at")
    public Instant publishedAt;

    @Column(name = "published_by")
    public String publishedBy;

    /** What names a version. */
    public record Key(UUID attribute, int version) implements Serializable {}
}
