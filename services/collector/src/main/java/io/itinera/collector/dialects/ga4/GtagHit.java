package io.itinera.collector.dialects.ga4;

import io.itinera.collector.dialects.Members;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.wire.ObjectBytes;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One event as gtag tells it.
 *
 * @param event the same as Google Analytics has it
 * @param writeKey the source's key, when the page gave it to gtag as the parameter {@code
 *     write_key}
 */
record GtagHit(Ga4Event event, @Nullable String writeKey) {
    private static final String WRITE_KEY = "ep.write_key";
    private static final String TEXT = "ep.";
    private static final String NUMBER = "epn.";
    private static final String PERSONS_TEXT = "up.";
    private static final String PERSONS_NUMBER = "upn.";
    private static final Map<String, String> KNOWN =
            Map.of(
                    "dl", Surroundings.PAGE,
                    "dt", Surroundings.TITLE,
                    "dr", Surroundings.REFERRER,
                    "ul", Surroundings.LANGUAGE,
                    "sid", Surroundings.SESSION,
                    "cu", "currency");

    static GtagHit of(Map<String, String> parameters, Limits limits) {
        String writeKey = parameters.remove(WRITE_KEY);
        ObjectBytes whole = new ObjectBytes();
        parameters.forEach(whole::text);
        return new GtagHit(event(parameters, whole.done(), limits), writeKey);
    }

    private static Ga4Event event(Map<String, String> parameters, Slice whole, Limits limits) {
        Flaw flaw = flaw(parameters, whole, limits);
        return flaw == null ? event(parameters, whole) : flawed(parameters, whole, flaw);
    }

    /** Nothing of it is taken apart. */
    private static Ga4Event flawed(Map<String, String> parameters, Slice whole, Flaw flaw) {
        return new Ga4Event(
                present(parameters.get("en")),
                Members.none(),
                List.of(),
                null,
                client(parameters),
                null,
                null,
                stamp(parameters),
                whole,
                flaw);
    }

    private static Ga4Event event(Map<String, String> parameters, Slice whole) {
        Members params = Members.none();
        SortedMap<Integer, Members> items = new TreeMap<>();
        ObjectBytes traits = new ObjectBytes();
        parameters.forEach(
                (name, value) -> {
                    if (name.matches("pr\\d{1,3}")) {
                        items.put(Integer.parseInt(name.substring(2)), GtagItem.parse(value));
                    } else if (name.startsWith(PERSONS_TEXT)) {
                        traits.text(name.substring(PERSONS_TEXT.length()), value);
                    } else if (name.startsWith(PERSONS_NUMBER)) {
                        traits.value(
                                name.substring(PERSONS_NUMBER.length()), ObjectBytes.number(value));
                    } else {
                        addParam(params, name, value);
                    }
                });
        return new Ga4Event(
                present(parameters.get("en")),
                params,
                items.values().stream().toList(),
                traits.doneUnlessEmpty(),
                client(parameters),
                context(params, parameters),
                null,
                stamp(parameters),
                whole,
                null);
    }

    private static Ga4Client client(Map<String, String> parameters) {
        return new Ga4Client(present(parameters.get("cid")), present(parameters.get("uid")));
    }

    private static void addParam(Members params, String name, String value) {
        if (KNOWN.containsKey(name)) {
            params.byName().put(KNOWN.get(name), ObjectBytes.text(value));
        } else if (name.startsWith(TEXT)) {
            params.byName().put(name.substring(TEXT.length()), ObjectBytes.text(value));
        } else if (name.startsWith(NUMBER)) {
            params.byName().put(name.substring(NUMBER.length()), ObjectBytes.number(value));
        }
    }

    /** The page's load and the number of the hit on it, which a repeated hit repeats. */
    private static @Nullable String stamp(Map<String, String> parameters) {
        String page = parameters.get("_p");
        String hit = parameters.get("_s");
        return page == null || hit == null ? null : page + "." + hit;
    }

    private static Slice context(Members params, Map<String, String> parameters) {
        return Surroundings.context(params, "gtag")
                .value("consent", consent(parameters.get("gcs")))
                .done();
    }

    /** {@code G1} and two digits: may advertise, may analyse. */
    private static @Nullable Slice consent(@Nullable String state) {
        if (state == null || !state.matches("G1[01-][01-]")) {
            return null;
        }
        return new ObjectBytes()
                .text("ad_storage", said(state.charAt(2)))
                .text("analytics_storage", said(state.charAt(3)))
                .doneUnlessEmpty();
    }

    private static @Nullable String said(char digit) {
        return switch (digit) {
            case '1' -> "granted";
            case '0' -> "denied";
            default -> null;
        };
    }

    private static @Nullable Flaw flaw(Map<String, String> parameters, Slice whole, Limits limits) {
        if (whole.length() > limits.eventBytes()) {
            return new Flaw(Reason.EVENT_TOO_LARGE, "more than " + limits.eventBytes() + " bytes");
        }
        if (parameters.size() > limits.names()) {
            return new Flaw(Reason.TOO_MANY_NAMES, "more than " + limits.names() + " parameters");
        }
        boolean isNameTooLong =
                parameters.keySet().stream().anyMatch(it -> it.length() > limits.nameLength());
        return isNameTooLong
                ? new Flaw(
                        Reason.NAME_TOO_LONG,
                        "a name has more than " + limits.nameLength() + " characters")
                : null;
    }

    private static @Nullable String present(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
