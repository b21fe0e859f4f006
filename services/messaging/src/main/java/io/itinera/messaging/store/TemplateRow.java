package io.itinera.messaging.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A template's draft, and which version is published. */
@Entity
@Table(name = "template")
class TemplateRow {
    @Id UUID id;

    String workspace;
    String name;
    String channel;
    String subject;
    String html;

    @Column(name = "body_text")
    String bodyText;

    int revision;

    @Column(name = "edited_at")
    Instant editedAt;

    int version;

    @Column(name = "published_at")
    @Nullable Instant publishedAt;

    @Column(name = "published_revision")
    int publishedRevision;
}
