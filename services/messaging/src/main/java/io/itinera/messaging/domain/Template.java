package io.itinera.messaging.domain;

import io.itinera.contracts.Channel;
import io.itinera.contracts.definitions.TemplateDefinition;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A template as its author works on it; what customers receive are its published versions.
 *
 * @param id the template
 * @param workspace the tenant
 * @param name what people call it
 * @param channel what it is written for
 * @param draft what its author wrote last
 * @param revision grows with each change of the draft
 * @param editedAt when that was
 * @param version the newest published version; 0 when there is none
 * @param publishedAt when that was published
 * @param publishedRevision the draft that it was published from
 */
public record Template(
        UUID id,
        String workspace,
        String name,
        Channel channel,
        Wording draft,
        int revision,
        Instant editedAt,
        int version,
        @Nullable Instant publishedAt,
        int publishedRevision) {
    /** The longest name, in characters. */
    public static final int MAX_NAME = 200;

    /** The longest of a template's three texts, in characters. */
    public static final int MAX_TEXT = 200_000;

    /** A new one, which nobody receives yet. */
    public static Template drafted(
            UUID id, String workspace, String name, Wording draft, Instant now) {
        return new Template(id, workspace, name, Channel.EMAIL, draft, 1, now, 0, null, 0);
    }

    /** With another draft; empty when the author had not seen the latest one. */
    public Optional<Template> edited(int seen, String newName, Wording newDraft, Instant now) {
        return seen == revision
                ? Optional.of(
                        new Template(
                                id,
                                workspace,
                                newName,
                                channel,
                                newDraft,
                                revision + 1,
                                now,
                                version,
                                publishedAt,
                                publishedRevision))
                : Optional.empty();
    }

    /** With its draft as the next version. */
    public Template published(Instant now) {
        return new Template(
                id,
                workspace,
                name,
                channel,
                draft,
                revision,
                editedAt,
                version + 1,
                now,
                revision);
    }

    /** True when customers receive something else than the draft. */
    public boolean unpublishedChanges() {
        return revision != publishedRevision;
    }

    /** The draft as everybody gets to know it, once it is published. */
    public TemplateDefinition definition(Instant at) {
        return new TemplateDefinition(
                id,
                version,
                workspace,
                name,
                channel,
                draft.subject(),
                draft.html(),
                draft.text(),
                at,
                Map.of());
    }
}
