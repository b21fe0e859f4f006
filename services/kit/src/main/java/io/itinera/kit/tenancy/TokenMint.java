package io.itinera.kit.tenancy;

import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Makes internal tokens (RFC 7519, EdDSA); the gateway's alone. */
public final class TokenMint {
    /** How long a token may be shown after it was made; checked when a request starts. */
    public static final Duration LIFETIME = Duration.ofMinutes(1);

    static final String WORKSPACE = "workspace";
    static final String RIGHTS = "rights";

    private final PrivateKey key;
    private final Clock clock;

    /** A mint with this key and this time. */
    public TokenMint(PrivateKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * A token for one service.
     *
     * @param service the name of the only service that takes it
     */
    public String mint(String service, Grant grant) {
        JwtClaims claims = new JwtClaims();
        claims.setAudience(service);
        claims.setSubject(grant.person());
        claims.setIssuedAt(NumericDate.fromSeconds(clock.instant().getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(clock.instant().plus(LIFETIME).getEpochSecond()));
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
