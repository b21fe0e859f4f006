package io.itinera.gateway.api.door;

import com.fasterxml.jackson.databind.ObjectReader;
import io.itinera.gateway.domain.Bootstrap;
import io.itinera.gateway.domain.Person;
import io.itinera.kit.json.Json;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads who is asking from the token that they signed in with or sent. */
@ApplicationScoped
public class Identities {
    private static final ObjectReader CLAIMS = Json.mapper().readerForMapOf(Object.class);

    private final CurrentIdentityAssociation current;
    private final Optional<Bootstrap> bootstrap;

    Identities(CurrentIdentityAssociation current, BootstrapSettings settings) {
        this.current = current;
        this.bootstrap =
                settings.claim()
                        .flatMap(
                                claim ->
                                        settings.value().map(value -> new Bootstrap(claim, value)));
    }

    /** The person who makes the request that is being answered. */
    public Uni<Person> current() {
        return current.getDeferredIdentity().map(this::person);
    }

    /**
     * The person whose identity this is.
     *
     * @throws Problem {@link ProblemCode#UNAUTHENTICATED} when it is nobody's
     */
    public Person person(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof OidcJwtCallerPrincipal principal)) {
            throw new Problem(ProblemCode.UNAUTHENTICATED, "Sign in first");
        }
        Map<String, Object> claims = claims(principal.getRawToken());
        String subject = text(claims, "sub");
        if (subject == null) {
            throw new Problem(ProblemCode.UNAUTHENTICATED, "The token has no subject");
        }
        return new Person(
                subject,
                name(claims, subject),
                text(claims, "email"),
                Boolean.TRUE.equals(claims.get("email_verified")),
                bootstrap.filter(rule -> rule.allows(claims)).isPresent());
    }

    /**
     * What a token that has been verified says, as JSON says it: the principal's own claims are
     * lists of another library's values, which equal no text.
     */
    private static Map<String, Object> claims(String token) {
        String payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
        try {
            return CLAIMS.readValue(Base64.getUrlDecoder().decode(payload));
        } catch (IOException e) {
            throw new UncheckedIOException("a verified token has no JSON inside", e);
        }
    }

    private static String name(Map<String, Object> claims, String subject) {
        return Stream.of("name", "preferred_username", "email")
                .map(claim -> text(claims, claim))
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(subject);
    }

    private static @Nullable String text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text ? text : null;
    }
}
