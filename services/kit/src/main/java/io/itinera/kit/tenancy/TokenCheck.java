package io.itinera.kit.tenancy;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Tells an internal token that holds from one that does not. One whose signature was checked is
 * known by its hash until it expires.
 */
public final class TokenCheck {
    private static final int SKEW_SECONDS = 5;
    private static final int LONGEST_MINUTES = 2;

    /** Only tokens that hold are known, of which the gateway makes few. */
    private static final int MOST_LATELY = 10_000;

    private static final HexFormat HEX = HexFormat.of();

    private final String service;
    private final List<PublicKey> keys;
    private final InstantSource clock;
    private final Lately<String, Grant> lately = new Lately<>(MOST_LATELY);

    /**
     * A check for one service.
     *
     * @param service this service's name: a token for another one does not hold
     * @param keys the keys that may have signed
     */
    public TokenCheck(String service, List<PublicKey> keys) {
        this(service, keys, InstantSource.system());
    }

    /** The same by another clock. */
    TokenCheck(String service, List<PublicKey> keys, InstantSource clock) {
        this.service = service;
        this.keys = List.copyOf(keys);
        this.clock = clock;
    }

    /**
     * What the token grants.
     *
     * @throws Problem {@link ProblemCode#UNAUTHENTICATED} when it does not hold
     */
    public Grant grant(String token) {
        String hash = hash(token);
        Instant now = clock.instant();
        Grant known = lately.find(hash, now);
        if (known != null) {
            return known;
        }
        JwtClaims claims = checked(token, now);
        Grant grant = grant(claims);
        lately.put(hash, grant, expiry(claims));
        return grant;
    }

    private JwtClaims checked(String token, Instant now) {
        for (PublicKey key : keys) {
            try {
                return consumer(key, now).processToClaims(token);
            } catch (InvalidJwtException refused) {
                if (!refused.hasErrorCode(ErrorCodes.SIGNATURE_INVALID)) {
                    throw refusal();
                }
            }
        }
        throw refusal();
    }

    private static Grant grant(JwtClaims claims) {
        try {
            String workspace = claims.getStringClaimValue(TokenMint.WORKSPACE);
            List<String> rights = claims.getStringListClaimValue(TokenMint.RIGHTS);
            if (workspace == null || workspace.isBlank() || !claims.hasClaim(TokenMint.RIGHTS)) {
                throw refusal();
            }
            return new Grant(workspace, claims.getSubject(), new HashSet<>(rights));
        } catch (MalformedClaimException malformed) {
            throw refusal();
        }
    }

    /** As the check of the claims sees it, which has passed. */
    private static Instant expiry(JwtClaims claims) {
        try {
            return Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis())
                    .plusSeconds(SKEW_SECONDS);
        } catch (MalformedClaimException malformed) {
            throw refusal();
        }
    }

    private static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HEX.formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static Problem refusal() {
        return new Problem(ProblemCode.UNAUTHENTICATED, "The internal token does not hold");
    }

    private JwtConsumer consumer(PublicKey key, Instant now) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA)
                .setVerificationKey(key)
                .setExpectedAudience(service)
                .setRequireSubject()
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes(LONGEST_MINUTES)
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                .build();
    }
}
