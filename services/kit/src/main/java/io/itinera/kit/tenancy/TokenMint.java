package io.itinera.kit.tenancy;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Makes internal tokens (RFC 7519, EdDSA); the gateway's alone. Signing takes longer than all else
 * that it does for a request, and so does checking where it goes: what was granted lately is said
 * with the same token again.
 */
public final class TokenMint {
    /** How long a token may be shown after it was made; checked when a request starts. */
    public static final Duration LIFETIME = Duration.ofMinutes(1);

    /** For how long a token is given out; it holds for a while longer. */
    static final Duration GIVEN_OUT = Duration.ofSeconds(20);

    private static final int MOST_LATELY = 10_000;

    static final String WORKSPACE = "workspace";
    static final String RIGHTS = "rights";

    private final PrivateKey key;
    private final InstantSource clock;
    private final Lately<Asked, String> lately = new Lately<>(MOST_LATELY);

    private record Asked(String service, Grant grant) {}

    /** A mint with this key and this time. */
    public TokenMint(PrivateKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * A token for one service.
     *
     * @param service the name of the only service that takes it
     */
    public String mint(String service, Grant grant) {
        Instant now = clock.instant();
        Asked asked = new Asked(service, grant);
        String known = lately.find(asked, now);
        if (known != null) {
            return known;
        }
        String token = mint(asked, now);
        lately.put(asked, token, now.plus(GIVEN_OUT));
        return token;
    }

    private String mint(Asked asked, Instant now) {
        Grant grant = asked.grant();
        JwtClaims claims = new JwtClaims();
        claims.setAudience(asked.service());
        claims.setSubject(grant.person());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFETIME).getEpochSecond()));
        claims.setStringClaim(WORKSPACE, grant.workspace());
        claims.setStringListClaim(RIGHTS, List.copyOf(grant.rights()));
        return signed(claims);
    }

    private String signed(JwtClaims claims) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        token.setPayload(claims.toJson());
        token.setKey(key);
        try {
            return token.getCompactSerialization();
        } catch (JoseException unsigned) {
            throw new IllegalStateException("the internal token could not be signed", unsigned);
        }
    }
}
