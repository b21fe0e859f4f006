package io.itinera.gateway.store;

import io.itinera.gateway.domain.Secret;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.runtime.CodeAuthenticationMechanism;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;

/**
 * Login sessions in Redis. The cookie holds a random ticket and nothing else; Redis holds the
 * encrypted tokens below the ticket's hash, until the session's end. Losing them all means to sign
 * in again.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class RedisSessions implements TokenStateManager {
    private static final String PREFIX = "itinera:session:";

    private final ReactiveRedisDataSource redis;
    private final ReactiveValueCommands<String, String> values;
    private final SecureRandom random = new SecureRandom();
    private final SessionVault vault;
    private final Duration longest;

    RedisSessions(ReactiveRedisDataSource redis, SessionSettings settings) {
        this.redis = redis;
        this.values = redis.value(String.class);
        this.vault = new SessionVault(settings.encryptionKey(), random);
        this.longest = settings.longest();
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext context,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> requestContext) {
        byte[] bytes = new byte[Secret.RANDOM_BYTES];
        random.nextBytes(bytes);
        String ticket = Secret.of(bytes).text();
        String place = place(ticket);
        String closed = vault.seal(place, SessionTokens.written(tokens));
        return values.setex(place, lifetime(context).toSeconds(), closed).replaceWith(ticket);
    }

    private Duration lifetime(RoutingContext context) {
        Long seconds = context.get(CodeAuthenticationMechanism.SESSION_MAX_AGE_PARAM);
        Duration asked = seconds == null ? longest : Duration.ofSeconds(seconds);
        return asked.compareTo(longest) < 0 ? asked : longest;
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext context,
            OidcTenantConfig config,
            String ticket,
            OidcRequestContext<AuthorizationCodeTokens> requestContext) {
        String place = place(ticket);
        return values.get(place)
                .onItem()
                .ifNull()
                .failWith(() -> new AuthenticationFailedException("the session has ended"))
                .map(closed -> opened(place, closed));
    }

    private AuthorizationCodeTokens opened(String place, String closed) {
        try {
            return SessionTokens.read(vault.open(place, closed));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new AuthenticationFailedException("the session cannot be opened", e);
        }
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext context,
            OidcTenantConfig config,
            String ticket,
            OidcRequestContext<Void> requestContext) {
        return redis.key().del(place(ticket)).replaceWithVoid();
    }

    private static String place(String ticket) {
        return PREFIX + new Secret(ticket).hash();
    }
}
