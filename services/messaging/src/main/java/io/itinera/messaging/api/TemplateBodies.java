package io.itinera.messaging.api;

import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.messages.Trigger;
import io.itinera.kit.problem.Flaw;
import io.itinera.messaging.Library.Shelf;
import io.itinera.messaging.domain.ChannelNames;
import io.itinera.messaging.domain.PublishedVersion;
import io.itinera.messaging.domain.Template;
import io.itinera.messaging.domain.Wording;
import io.itinera.messaging.letters.Previewer.Preview;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What templates look like on the wire. */
final class TemplateBodies {
    private static final int MAX_ITEMS = 50;

    private TemplateBodies() {}

    /** A template to add: its texts, or the starter that they come from. */
    record NewTemplate(
            @Nullable String name,
            @Nullable String channel,
            @Nullable String subject,
            @Nullable String html,
            @Nullable String text,
            @Nullable String starter,
            @Nullable String locale) {}

    /** A new draft, and the revision that its author had seen. */
    record Draft(
            @Nullable Integer revision,
            @Nullable String name,
            @Nullable String subject,
            @Nullable String html,
            @Nullable String text) {}

    /** A template in a list. */
    record TemplateItem(
            UUID id,
            String name,
            String channel,
            String subject,
            int revision,
            int version,
            Instant editedAt,
            @Nullable Instant publishedAt,
            boolean unpublishedChanges) {
        static TemplateItem of(Template template) {
            return new TemplateItem(
                    template.id(),
                    template.name(),
                    ChannelNames.of(template.channel()),
                    template.draft().subject(),
                    template.revision(),
                    template.version(),
                    template.editedAt(),
                    template.publishedAt(),
                    template.unpublishedChanges());
        }
    }

    /** A template with its texts. */
    record TemplateDetail(
            UUID id,
            String name,
            String channel,
            String subject,
            String html,
            String text,
            int revision,
            int version,
            Instant editedAt,
            @Nullable Instant publishedAt,
            boolean unpublishedChanges,
            List<PublishedVersion> published,
            List<Flaw> flaws) {
        static TemplateDetail of(Shelf shelf) {
            Template template = shelf.template();
            return new TemplateDetail(
                    template.id(),
                    template.name(),
                    ChannelNames.of(template.channel()),
                    template.draft().subject(),
                    template.draft().html(),
                    template.draft().text(),
                    template.revision(),
                    template.version(),
                    template.editedAt(),
                    template.publishedAt(),
                    template.unpublishedChanges(),
                    shelf.versions(),
                    shelf.flaws());
        }
    }

    /** Which version customers receive now. */
    record Published(int version) {}

    /** A preview that is asked for: all but the texts may be left out. */
    record PreviewRequest(
            @Nullable String subject,
            @Nullable String html,
            @Nullable String text,
            @Nullable SampleProfile profile,
            @Nullable SampleTrigger trigger,
            Map<String, List<Map<String, Object>>> collections) {

        @Nullable String customer() {
            return profile == null ? null : profile.id();
        }

        Profile known() {
            return profile == null
                    ? new Profile(Map.of(), Map.of(), List.of(), Map.of())
                    : new Profile(profile.identities(), profile.traits(), List.of(), Map.of());
        }

        Trigger event() {
            return trigger == null
                    ? new Trigger("preview", "preview", Map.of(), Instant.EPOCH)
                    : new Trigger(
                            "preview",
                            trigger.name() == null ? "preview" : trigger.name(),
                            trigger.properties(),
                            trigger.occurredAt() == null ? Instant.EPOCH : trigger.occurredAt());
        }

        Map<String, List<Map<String, Object>>> gathered() {
            if (collections == null) {
                return Map.of();
            }
            collections.forEach(
                    (name, items) -> {
                        if (items.size() > MAX_ITEMS) {
                            throw Checks.flawed(
                                    "/collections/" + name,
                                    "has more than " + MAX_ITEMS + " items");
                        }
                    });
            return collections;
        }
    }

    /** The customer of a preview. */
    record SampleProfile(
            @Nullable String id, Map<String, String> identities, Map<String, Object> traits) {}

    /** The event of a preview. */
    record SampleTrigger(
            @Nullable String name, Map<String, Object> properties, @Nullable Instant occurredAt) {}

    /** What a template looks like. */
    record Previewed(String subject, String html, String text, List<Flaw> flaws) {
        static Previewed of(Preview preview) {
            return new Previewed(
                    preview.wording().subject(),
                    preview.wording().html(),
                    preview.wording().text(),
                    preview.flaws().stream()
                            .map(flaw -> new Flaw("/" + flaw.part(), flaw.message()))
                            .toList());
        }
    }

    static Wording wording(@Nullable String subject, @Nullable String html, @Nullable String text) {
        return new Wording(
                Checks.optional("/subject", subject, Template.MAX_TEXT),
                Checks.optional("/html", html, Template.MAX_TEXT),
                Checks.optional("/text", text, Template.MAX_TEXT));
    }
}
