package io.itinera.collector.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonToken;
import io.itinera.collector.domain.Suppressed;
import io.itinera.contracts.Identities;
import io.itinera.contracts.events.SaidIdentities;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was kept of events names somebody who has been erased since. It was kept as it was
 * sent, in the words of whichever client, so any text or number in it may be who it was.
 */
public final class Mentions {
    /** No identity has more characters. */
    static final int LONGEST = SaidIdentities.MAX_LENGTH;

    /** In what has more that may be kinds of external ids, anybody may be. */
    static final int MAX_KINDS = 2 * SaidIdentities.MAX_EXTERNAL;

    private static final String EXTERNAL_KIND = "type";
    private static final Set<String> KINDS =
            Set.of(
                    Identities.USER,
                    Identities.ANONYMOUS,
                    Identities.EMAIL,
                    Identities.DEVICE_TOKEN);
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
            byte[] json = sent.getBytes(UTF_8);
            Set<String> kinds = kinds(Tokens.of(json));
            return kinds.size() > KINDS.size() + MAX_KINDS || inJson(Tokens.of(json), kinds);
        } catch (NotJson otherText) {
            return BETWEEN_WORDS.splitAsStream(sent).anyMatch(word -> isOne(word, KINDS));
        }
    }

    /** The kinds that are ours, and whatever else may be the kind of an external id in it. */
    private static Set<String> kinds(Tokens tokens) throws NotJson {
        Set<String> kinds = new HashSet<>(KINDS);
        boolean isKind = false;
        for (JsonToken token = tokens.next(); token != null; token = tokens.next()) {
            if (isKind
                    && token == JsonToken.VALUE_STRING
                    && kinds.size() <= KINDS.size() + MAX_KINDS) {
                kinds.add(tokens.text());
            }
            isKind = token == JsonToken.FIELD_NAME && tokens.text().equals(EXTERNAL_KIND);
        }
        return kinds;
    }

    private boolean inJson(Tokens tokens, Set<String> kinds) throws NotJson {
        for (JsonToken token = tokens.next(); token != null; token = tokens.next()) {
            if (token.isScalarValue() && isOne(tokens.text(), kinds)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOne(String text, Set<String> kinds) {
        return text.length() <= LONGEST
                && kinds.stream().anyMatch(kind -> suppressed.has(kind, text));
    }
}
