package io.itinera.gateway.behind;

import io.smallrye.jwt.build.Jwt;
import java.util.List;
import java.util.Map;

/** People of the tests, with tokens that the tests' identity provider signed. */
public final class People {
    private static final String ISSUER = "https://server.example.com";

    private People() {}

    /** A bearer token of somebody who may create workspaces. */
    public static String founder(String subject) {
        return token(subject, Map.of("groups", List.of("admin"), "email_verified", true));
    }

    /** A bearer token of somebody whose address their provider vouches for. */
    public static String person(String subject) {
        return token(subject, Map.of("email_verified", true));
    }

    /** A bearer token of somebody who merely claims their address. */
    public static String pretender(String subject, String email) {
        return token(subject, Map.of("email_verified", false, "email", email));
    }

    /** The address in everybody's token. */
    public static String email(String subject) {
        return subject + "@shop.example";
    }

    private static String token(String subject, Map<String, Object> claims) {
        var token =
                Jwt.subject(subject)
                        .issuer(ISSUER)
                        .audience(ISSUER)
                        .claim("name", "Person " + subject)
                        .claim("email", email(subject));
        claims.forEach(token::claim);
        return token.jws().keyId("1").sign("privateKey.jwk");
    }
}
