package io.itinera.kit.tenancy;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import java.security.PublicKey;
import java.util.HashSet;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Tells an internal token that holds from one that does not. */
public final class TokenCheck {
    private static final int SKEW_SECONDS = 5;
    private static final int LONGEST_MINUTES = 2;

    private final List<JwtConsumer> consumers;

    /**
     * A check for one service.
     *
     * @param service this service's name: a token for another one does not hold
     * @param keys the keys that may have signed
     */
    public TokenCheck(String service, List<PublicKey> keys) {
        this.consumers = keys.stream().map(key -> consumer(service, key)).toList();
    }

    /**
     * What the token grants.
     *
     * @throws Problem {@link ProblemCode#UNAUTHENTICATED} when it does not hold
     */
    public Grant grant(String token) {
        for (JwtConsumer consumer : consumers) {
            try {
                return read(consumer.processToClaims(token));
            } catch (InvalidJwtException refused) {
                if (!refused.hasErrorCode(ErrorCodes.SIGNATURE_INVALID)) {
                    throw refusal();
                }
            }
        }
        throw refusal();
    }

    private static Grant read(JwtClaims claims) {
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

    private static Problem refusal() {
        return new Problem(ProblemCode.UNAUTHENTICATED, "The internal token does not hold");
    }

    private static JwtConsumer consumer(String service, PublicKey key) {
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
                .build();
    }
}
