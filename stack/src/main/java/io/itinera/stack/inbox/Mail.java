package io.itinera.stack.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the API tells it.
 *
 * @param receivedAt ISO 8601
 * @param from of the envelope
 * @param to of the envelope
 * @param headers repeated ones joined by line feeds
 * @param size of the raw mail, in bytes
 * @param raw as it came, byte for byte in ISO 8859-1; null where it was not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Mail(
        long id,
        String receivedAt,
        String from,
        List<String> to,
        String subject,
        String messageId,
        Map<String, String> headers,
        String html,
        String text,
        int size,
        @Nullable String raw) {

    Mail {
        to = List.copyOf(to);
        headers = Map.copyOf(headers);
    }

    Mail withRaw(String bytes) {
        return new Mail(
                id, receivedAt, from, to, subject, messageId, headers, html, text, size, bytes);
    }
}
