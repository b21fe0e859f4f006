package io.itinera.gateway.api.door;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemAnswer;
import io.itinera.kit.problem.ProblemCode;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.util.Set;

/**
 * OpenID Connect, with one difference in how strangers are met: {@code /login} sends them to their
 * identity provider, whose sign-in failed there is told so on a page of ours, who signs out without
 * being in is taken home, and everything else answers 401 as a problem document, because a script
 * that asks for data can do nothing with a page for people.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class Doorman implements HttpAuthenticationMechanism {
    /** Where signing in begins, and where the identity provider sends people back to. */
    static final String LOGIN = "/login";

    /** Where signing out ends the session, here and at the identity provider. */
    static final String LOGOUT = "/logout";

    /** The page that says that signing in failed, and offers to try again. */
    private static final String FAILED_PAGE = "/signed-out?failed=true";

    private static final String FAILED = Doorman.class.getName() + ".failed";

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** Who met the request answers strangers; the mechanism inside would name itself. */
    private static final String CHALLENGER = HttpAuthenticationMechanism.class.getName();

    private final OidcAuthenticationMechanism oidc;

    Doorman(OidcAuthenticationMechanism oidc) {
        this.oidc = oidc;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext exchange, IdentityProviderManager providers) {
        return oidc.authenticate(exchange, providers)
                .onFailure(failure -> isFailedSignIn(exchange, failure))
                .invoke(() -> exchange.put(FAILED, true))
                .onFailure(failure -> isStranger(exchange, failure))
                .recoverWithNull()
                .eventually(() -> exchange.put(CHALLENGER, this));
    }

    /**
     * Outside of signing in, a session that has ended or a token that does not hold is nobody's.
     */
    private static boolean isStranger(RoutingContext exchange, Throwable failure) {
        return exchange.get(FAILED) != null
                || (failure instanceof AuthenticationFailedException
                        && !exchange.normalizedPath().equals(LOGIN));
    }

    /** They come back from their provider, and not as somebody. */
    private static boolean isFailedSignIn(RoutingContext exchange, Throwable failure) {
        return exchange.normalizedPath().equals(LOGIN)
                && exchange.queryParams().contains("state")
                && (failure instanceof AuthenticationFailedException
                        || failure instanceof AuthenticationCompletionException);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return oidc.getChallenge(exchange);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext exchange) {
        return switch (exchange.normalizedPath()) {
            case LOGIN -> welcome(exchange);
            case LOGOUT -> answered(away(exchange, "/"));
            default -> answered(refusal(exchange));
        };
    }

    private Uni<Boolean> welcome(RoutingContext exchange) {
        if (exchange.get(FAILED) != null) {
            return answered(away(exchange, FAILED_PAGE));
        }
        return oidc.sendChallenge(exchange)
                .onFailure(OIDCException.class)
                .recoverWithUni(() -> answered(unavailable(exchange)));
    }

    private static Future<Void> away(RoutingContext exchange, String to) {
        return exchange.response()
                .setStatusCode(HttpResponseStatus.SEE_OTHER.code())
                .putHeader(HttpHeaders.LOCATION, to)
                .end();
    }

    private static Future<Void> unavailable(RoutingContext exchange) {
        return ProblemAnswer.end(
                exchange,
                new Problem(
                        ProblemCode.UNAVAILABLE,
                        "The identity provider does not answer",
                        RETRY_AFTER));
    }

    private static Future<Void> refusal(RoutingContext exchange) {
        exchange.response().putHeader(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
        return ProblemAnswer.end(
                exchange, new Problem(ProblemCode.UNAUTHENTICATED, "Sign in first"));
    }

    private static Uni<Boolean> answered(Future<Void> end) {
        return Uni.createFrom().completionStage(end.toCompletionStage()).replaceWith(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext exchange) {
        return oidc.getCredentialTransport(exchange);
    }

    @Override
    public int getPriority() {
        return oidc.getPriority();
    }
}
