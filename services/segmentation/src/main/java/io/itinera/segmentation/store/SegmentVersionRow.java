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

/** A version of a segment as it was published. */
@NullUnmarked // Hibernate fills the columns in
@Entity
@Table(name = "segment_version")
@IdClass(SegmentVersionRow.Key.class)
public class SegmentVersionRow extends PanacheEntityBase {
    @Id public UUID segment;

    @Id public int version;

    public String name;

    /** Its JSON. */
    public String condition;

    @Column(name = "published_at")
    public Instant publishedAt;

    @Column(name = "published_by")
    public String publishedBy;

    /** What names a version. */
    public record Key(UUID segment, int version) implements Serializable {}
}
