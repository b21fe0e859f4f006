package io.itinera.collector.dialects.posthog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.itinera.collector.dialects.Query;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Bodies of older clients: a form whose field {@code data} is JSON in Base64. */
final class Form {
    private static final String FIELD = "data";

    /** The names of a form; it needs one. */
    private static final int MAX_NAMES = 20;

    private Form() {}

    /** The JSON inside; the body itself when it is no form; null when it cannot be decoded. */
    static byte @Nullable [] unwrapped(byte[] body) {
        if (!isForm(body)) {
            return body;
        }
        String data = Query.parse(new String(body, ISO_8859_1), MAX_NAMES).get(FIELD);
        try {
            return data == null ? null : Base64.getMimeDecoder().decode(data.replace(' ', '+'));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /** No JSON begins with a letter of a field's name and an equals sign. */
    private static boolean isForm(byte[] body) {
        int length = FIELD.length();
        return body.length > length
                && body[length] == '='
                && new String(body, 0, length, ISO_8859_1).equals(FIELD);
    }
}
