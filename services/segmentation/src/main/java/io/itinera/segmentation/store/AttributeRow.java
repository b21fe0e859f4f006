package io.itinera.segmentation.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** An attribute's draft, and which version was published last. */
@NullUnmarked // Hibernate fills the columns in
@Entity
@Table(name = "attribute")
public class AttributeRow extends PanacheEntityBase {
    @Id public UUID id;

    public String workspace;

    public String name;

    /** Its JSON. */
    public String rule;

    /** The version published last; 0 before the first. */
    public int version;

    public boolean archived;

    @Column(name = "edited_at")
    public Instant editedAt;

    @Column(name = "published_at")
    public @Nullable Instant publishedAt;
}
