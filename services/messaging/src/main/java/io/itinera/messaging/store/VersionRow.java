package io.itinera.messaging.store;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A published version, which nobody changes. */
@Entity
@Table(name = "template_version")
class VersionRow {
    @EmbeddedId VersionKey key;

    String workspace;
    String name;
    String channel;
    String subject;
    String html;

    @Column(name = "body_text")
    String bodyText;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "published_by")
    String publishedBy;
}
