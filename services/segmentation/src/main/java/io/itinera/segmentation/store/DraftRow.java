package io.itinera.segmentation.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What people work on, and which version of it was published last. */
@NullUnmarked // Hibernate fills the columns in
@MappedSuperclass
public abstract class DraftRow extends PanacheEntityBase {
    @Id public UUID id;

    public String workspace;

    public String name;

    /** The version published last; 0 before the first. */
    public int version;

    public boolean archived;

    @Column(name = "edited_at")
    public Instant editedAt;

    @Column(name = "published_at")
    public @Nullable Instant publishedAt;
}
