package io.itinera.segmentation.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** An attribute's draft, and which version was published last. */
@NullUnmarked // Hibernate fills the columns in
@Entity
@Table(name = "attribute")
public class AttributeRow extends DraftRow {
    /** Its JSON. */
    public String rule;
}
