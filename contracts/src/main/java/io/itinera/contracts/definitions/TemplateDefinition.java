package io.itinera.contracts.definitions;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Channel;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The newest published version of a template; the topic keeps one for each.
 *
 * @param id the template
 * @param version from 1, without gaps
 * @param workspace the tenant
 * @param name what people call it
 * @param channel what it is written for
 * @param subject the mail's subject, Liquid
 * @param html the mail's body, Liquid in HTML
 * @param text the mail's body for those who read no HTML, Liquid
 * @param publishedAt when this version was published
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TemplateDefinition(
        UUID id,
        int version,
        String workspace,
        String name,
        Channel channel,
        String subject,
        String html,
        String text,
        Instant publishedAt,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more) {
    public TemplateDefinition {
        more = Frozen.map(more);
    }
}
