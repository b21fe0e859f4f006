package io.itinera.stack.inbox;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads what a person or a test wants to see out of a raw mail. */
final class MailReader {

    private static final Session SESSION = Session.getInstance(new Properties());

    /** Parts within parts, deeper than any sane mail; the rest is left out. */
    private static final int MAX_DEPTH = 20;

    private MailReader() {}

    static Mail read(long id, Instant receivedAt, String from, List<String> to, byte[] raw)
            throws IOException {
        Map<String, String> headers = Map.of();
        Bodies bodies = new Bodies();
        String subject = "";
        String messageId = "";
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            headers = headers(message);
            subject = orEmpty(message.getSubject());
            messageId = orEmpty(message.getMessageID());
            bodies.collect(message, 0);
        } catch (MessagingException e) {
            bodies.text.append("(This mail cannot be parsed: ").append(e.getMessage()).append(')');
        }
        return new Mail(
                id,
                receivedAt.toString(),
                from,
                to,
                subject,
                messageId,
                headers,
                bodies.html.toString(),
                bodies.text.toString(),
                raw.length,
                null);
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.merge(header.getName(), decoded(header.getValue()), (a, b) -> a + "\n" + b);
        }
        return headers;
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The readable parts of a mail, each kind in the order of the mail. */
    private static final class Bodies {
        private final StringBuilder html = new StringBuilder();
        private final StringBuilder text = new StringBuilder();

        void collect(Part part, int depth) throws MessagingException, IOException {
            if (depth > MAX_DEPTH) {
                return;
            }
            if (part.isMimeType("text/html")) {
                html.append(part.getContent());
            } else if (part.isMimeType("text/*")) {
                text.append(part.getContent());
            } else if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    collect(inner, depth + 1);
                }
            }
        }
    }
}
