package io.itinera.messaging.letters;

import io.itinera.contracts.definitions.TemplateDefinition;
import io.itinera.contracts.messages.Send;
import io.itinera.messaging.domain.Items;
import io.itinera.messaging.domain.Letter;
import io.itinera.messaging.domain.Sender;
import io.itinera.messaging.domain.Wording;
import io.itinera.messaging.domain.delivery.Letters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes letters with Liquid: the text, the way out, and links that we learn of. */
public final class LetterWriter implements Letters {
    private final Links links;
    private final Wordings wordings;
    private final TrackedLinks tracked;

    public LetterWriter(Links links) {
        this.links = links;
        this.wordings = new Wordings();
        this.tracked = new TrackedLinks(links);
    }

    @Override
    public Writing write(Material material) {
        TemplateDefinition template = material.template();
        if (template == null) {
            return new Writing.Impossible("template_unpublished");
        }
        Sender sender = Sender.parse(material.workspace().sender()).orElse(null);
        if (sender == null) {
            return new Writing.Impossible("sender_unusable");
        }
        String unsubscribe = links.unsubscribe(material.send().key());
        try {
            Wording said = said(material, template, unsubscribe);
            return new Writing.Written(
                    new Letter(
                            sender.header(),
                            material.to().value(),
                            said,
                            headers(material, sender, unsubscribe)));
        } catch (LiquidFlaw _) {
            return new Writing.Impossible("template_unrenderable");
        }
    }

    private Wording said(Material material, TemplateDefinition template, String unsubscribe)
            throws LiquidFlaw {
        Send send = material.send();
        Map<String, Object> values =
                Values.of(
                        send.customer().toString(),
                        send.profile(),
                        send.trigger(),
                        Items.resolve(
                                send.collections(), material.catalogue(), links.placeholder()),
                        material.workspace(),
                        unsubscribe);
        Wording rendered = wordings.compiled(template).render(values);
        Wording complete = Footer.added(rendered, unsubscribe, material.workspace().locale());
        String html = tracked.in(complete.html(), send.key(), unsubscribe);
        return new Wording(complete.subject(), html, complete.text());
    }

    private static Map<String, String> headers(
            Material material, Sender sender, String unsubscribe) {
        String key = material.send().key().toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Message-ID", "<" + key + "@" + sender.address().domain() + ">");
        headers.put("X-Itinera-Send", key);
        headers.put("List-Unsubscribe", "<" + unsubscribe + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        String trace = traceId(material.traceparent());
        if (trace != null) {
            headers.put("X-Itinera-Trace", trace);
        }
        return headers;
    }

    /** The trace's id in a W3C traceparent: version, trace id, parent id and flags. */
    private static @Nullable String traceId(@Nullable String traceparent) {
        String[] parts = traceparent == null ? new String[0] : traceparent.split("-", -1);
        return parts.length == 4 && parts[1].matches("[0-9a-f]{32}") ? parts[1] : null;
    }
}
