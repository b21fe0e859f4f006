package io.itinera.collector.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonToken;
import io.itinera.collector.domain.Suppressed;
import io.itinera.contracts.Identities;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was kept of events names somebody who has been erased since. It was kept as it was
 * sent, in the words of whichever client, so any text or number in it may be who it was.
 */
public final class Mentions {
    /** No identity has more characters: ids have 200, e-mail addresses 254. */
    static final int LONGEST = 254;

    private static final List<String> KINDS =
            List.of(Identities.USER, Identities.ANONYMOUS, Identities.EMAIL);
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;|=&\"']+");

    private final Suppressed suppressed;

    /** Of these people. */
    public Mentions(Suppressed suppressed) {
        this.suppressed = suppressed;
    }

    /** Whether one of them stands in it, JSON or any other text. */
    public boolean in(@Nullable String sent) {
        if (sent == null || suppressed.equals(Suppressed.NOBODY)) {
            return false;
        }
        try {
            return inJson(Tokens.of(sent.getBytes(UTF_8)));
        } catch (NotJson otherText) {
            return BETWEEN_WORDS.splitAsStream(sent).anyMatch(this::isOne);
        }
    }

    private boolean inJson(Tokens tokens) throws NotJson {
        for (JsonToken token = tokens.next(); token != null; token = tokens.next()) {
            if (token.isScalarValue() && isOne(tokens.text())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOne(String text) {
        return text.length() <= LONGEST
                && KINDS.stream().anyMatch(kind -> suppressed.has(kind, text));
    }
}
