package io.itinera.contracts.events;

import io.itinera.contracts.Identities;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an event says who it is about: its ids, its further identities, and what SDKs put into
 * {@code context}: {@code externalIds} (Segment), {@code externalId} (RudderStack) and {@code
 * device.token}. Whoever links identities and whoever refuses them ask here, so that nothing is
 * linked by what would not be refused.
 */
public final class SaidIdentities {
    /** The most external ids of one list that are read. */
    public static final int MAX_EXTERNAL = 10;

    /** A longer kind or name is no identity; no e-mail address is longer. */
    public static final int MAX_LENGTH = 254;

    private static final String DEVICE = "device";
    private static final List<String> EXTERNAL = List.of("externalIds", "externalId");

    /** Is shown each identity. */
    @FunctionalInterface
    public interface Visitor {
        /** One was said; it may be said more than once. */
        void said(String kind, String value);
    }

    private SaidIdentities() {}

    /** Shows what an event says. */
    public static void each(Event event, Visitor visitor) {
        say(Identities.USER, event.userId(), visitor);
        say(Identities.ANONYMOUS, event.anonymousId(), visitor);
        others(event, visitor);
    }

    /** The same without the user id and the anonymous id. */
    public static void others(Event event, Visitor visitor) {
        event.identities().forEach((kind, value) -> say(kind, value, visitor));
        inContext(event.context(), visitor);
    }

    /** Shows what an event's context says, of which {@link #mayBeIn} may be all that is known. */
    public static void inContext(Map<String, ?> context, Visitor visitor) {
        if (context.get(DEVICE) instanceof Map<?, ?> device) {
            say(Identities.DEVICE_TOKEN, device.get("token"), visitor);
        }
        EXTERNAL.forEach(name -> external(context.get(name), visitor));
    }

    /** Whether an identity may stand in a member of {@code context} with this name. */
    public static boolean mayBeIn(String member) {
        return member.equals(DEVICE) || EXTERNAL.contains(member);
    }

    /** An external id of a kind that is ours says nothing: a user id stands in its own place. */
    private static void external(@Nullable Object said, Visitor visitor) {
        Collection<?> ids = said instanceof Collection<?> it ? it : List.of();
        ids.stream()
                .limit(MAX_EXTERNAL)
                .forEach(
                        id -> {
                            if (id instanceof Map<?, ?> external
                                    && external.get("type") instanceof String kind
                                    && !kind.equals(Identities.USER)
                                    && !kind.equals(Identities.ANONYMOUS)) {
                                say(kind, external.get("id"), visitor);
                            }
                        });
    }

    private static void say(String kind, @Nullable Object value, Visitor visitor) {
        if (value instanceof String text && fits(kind) && fits(text)) {
            visitor.said(kind, text);
        }
    }

    private static boolean fits(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH;
    }
}
