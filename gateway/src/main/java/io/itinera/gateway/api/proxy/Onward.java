package io.itinera.gateway.api.proxy;

import io.itinera.gateway.domain.Service;

/**
 * Where a request goes from the gateway, and for whom.
 *
 * @param service the service that answers
 * @param uri path and query as the service is to see them
 * @param person who asks
 * @param token the internal token, for this service and the workspace that was checked
 */
public record Onward(Service service, String uri, String person, String token) {}
