package io.itinera.stack.demo;

import java.net.URI;

/**
 * Where the demo finds what it talks to.
 *
 * @param gateway the door for people
 * @param token the OpenID provider's token endpoint
 * @param clientId the gateway's client there
 * @param clientSecret its secret
 * @param user the demo's person
 * @param password theirs
 * @param inbox the mail inbox
 * @param shop the shop's page
 */
public record DemoAddresses(
        URI gateway,
        URI token,
        String clientId,
        String clientSecret,
        String user,
        String password,
        URI inbox,
        URI shop) {}
