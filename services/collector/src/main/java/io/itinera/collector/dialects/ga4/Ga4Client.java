package io.itinera.collector.dialects.ga4;

import io.itinera.collector.dialects.Drafting;
import io.itinera.collector.domain.Text;
import io.itinera.contracts.events.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Whom Google Analytics says it was.
 *
 * @param client the browser's or app's id
 * @param user the company's own id of the person
 */
public record Ga4Client(@Nullable String client, @Nullable String user) {
    /** What tells Google Analytics' ids of devices from all others. */
    private static final String NAMESPACE = "ga4:";

    /** The anonymous id that a client's id becomes, whichever way its events come. */
    public static String anonymousId(String client) {
        return NAMESPACE + client;
    }

    /** Google Analytics knows no carts; whoever needs one gets the client's. */
    @Nullable String cart() {
        return client == null ? user : client;
    }

    Drafting draft(EventType type) {
        return new Drafting(type)
                .with(Text.ANONYMOUS_ID, client == null ? null : anonymousId(client))
                .with(Text.USER_ID, user);
    }
}
