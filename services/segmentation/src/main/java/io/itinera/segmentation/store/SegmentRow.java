package io.itinera.segmentation.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A segment's draft, and which version was published last. */
@NullUnmarked // Hibernate fills the columns in
@Entity
@Table(name = "segment")
public class SegmentRow extends PanacheEntityBase {
    static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    @Id public UUID id;

    public String workspace;

    public String name;

    /** Its JSON. */
    public String condition;

    /** The version published last; 0 before the first. */
    public int version;

    public boolean archived;

    @Column(name = "edited_at")
    public Instant editedAt;

    @Column(name = "published_at")
    public @Nullable Instant publishedAt;
}
