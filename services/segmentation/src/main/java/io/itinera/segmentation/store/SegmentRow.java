package io.itinera.segmentation.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;

/** A segment's draft, and which version was published last. */
@NullUnmarked // Hibernate fills the columns in
@Entity
@Table(name = "segment")
public class SegmentRow extends DraftRow {
    static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Its JSON. */
    public String condition;
}
