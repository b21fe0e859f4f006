package io.itinera.segmentation.domain.identity;

import io.itinera.contracts.Identities;
import io.itinera.contracts.events.Event;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that an event gives its person: its ids, its further identities, and what SDKs put into
 * {@code context}: {@code externalIds} (Segment), {@code externalId} (RudderStack) and {@code
 * device.token}.
 */
public final class Names {
    /** The most of {@code context.externalIds} that are read. */
    static final int MAX_EXTERNAL = 10;

    /** A longer kind or name is no identity. */
    static final int MAX_LENGTH = 200;

    private Names() {}

    /** All of them, each once. */
    public static Set<Named> of(Event event) {
        Set<Named> names = new LinkedHashSet<>();
        add(names, Identities.USER, event.userId());
        add(names, Identities.ANONYMOUS, event.anonymousId());
        others(event, names);
        return names;
    }

    /** Those beside the user id and the anonymous id. */
    public static Set<Named> others(Event event) {
        Set<Named> names = new LinkedHashSet<>();
        others(event, names);
        return names;
    }

    private static void others(Event event, Set<Named> names) {
        event.identities().forEach((kind, value) -> add(names, kind, value));
        if (event.context().get("device") instanceof Map<?, ?> device) {
            add(names, Identities.DEVICE_TOKEN, device.get("token"));
        }
        external(names, event.context().get("externalIds"));
        external(names, event.context().get("externalId"));
    }

    /** An external id of a kind that is ours says nothing: a user id stands in its own place. */
    private static void external(Set<Named> names, @Nullable Object said) {
        Collection<?> ids = said instanceof Collection<?> it ? it : List.of();
        ids.stream()
                .limit(MAX_EXTERNAL)
                .forEach(
                        id -> {
                            if (id instanceof Map<?, ?> external
                                    && external.get("type") instanceof String kind
                                    && !kind.equals(Identities.USER)
                                    && !kind.equals(Identities.ANONYMOUS)) {
                                add(names, kind, external.get("id"));
                            }
                        });
    }

    private static void add(Set<Named> names, String kind, @Nullable Object value) {
        if (value instanceof String text && fits(kind) && fits(text)) {
            names.add(new Named(kind, text));
        }
    }

    private static boolean fits(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH;
    }
}
