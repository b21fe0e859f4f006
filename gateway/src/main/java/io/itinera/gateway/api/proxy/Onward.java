package io.itinera.gateway.api.proxy;

import io.itinera.gateway.domain.Service;

/**
 * Where a request goes from the gateway, and for whom.
 *
 * @param service the service that answers
 * @param uri path and query as the service is to see them
 * @param person who asks
 * @param token the internal token, for this service and the workspace that was checked
 * @param patience from when on the service's time to answer runs
 */
public record Onward(Service service, String uri, String person, String token, Patience patience) {
    /** From when on the time to answer runs. */
    public enum Patience {
        /** From the beginning: the request is soon sent. */
        FROM_BEGINNING,
        /** From when the service has the whole request, which is a file of any length. */
        FROM_END
    }
}
