package io.itinera.kit.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.itinera.kit.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenCheckTest {
    private static final KeyPair KEY = keyPair();
    private static final KeyPair NEXT_KEY = keyPair();
    private static final KeyPair STRANGERS_KEY = keyPair();
    private static final Grant GRANT = new Grant("w1", "aiko", Set.of("read", "write"));
    private static final TokenCheck CHECK =
            new TokenCheck("journeys", List.of(KEY.getPublic(), NEXT_KEY.getPublic()));

    @Test
    void tokenGrantsWhatWasMinted() {
        assertEquals(GRANT, CHECK.grant(mint(KEY, Clock.systemUTC()).mint("journeys", GRANT)));
    }

    @Test
    void tokenOfTheSecondKeyHoldsToo() {
        assertEquals(GRANT, CHECK.grant(mint(NEXT_KEY, Clock.systemUTC()).mint("journeys", GRANT)));
    }

    @Test
    void tokenOfAnotherKeyIsRefused() {
        assertRefused(mint(STRANGERS_KEY, Clock.systemUTC()).mint("journeys", GRANT));
    }

    @Test
    void tokenForAnotherAudienceIsRefused() {
        assertRefused(mint(KEY, Clock.systemUTC()).mint("insights", GRANT));
    }

    @Test
    void tokenPastItsMinuteIsRefused() {
        Duration past = TokenMint.LIFETIME.plusSeconds(10);
        assertRefused(mint(KEY, at(Instant.now().minus(past))).mint("journeys", GRANT));
    }

    @Test
    void tokenThatWasLetInHoldsNoLongerThanItsMinuteAndTheSkew() {
        Instant start = Instant.parse("2026-03-01T09:00:00Z");
        AtomicReference<Instant> now = new AtomicReference<>(start);
        TokenCheck check = new TokenCheck("journeys", List.of(KEY.getPublic()), now::get);
        String token = mint(KEY, at(start)).mint("journeys", GRANT);
        List<Boolean> holds = new ArrayList<>();
        for (int second : List.of(0, 1, 64, 65)) {
            now.set(start.plusSeconds(second));
            holds.add(holds(check, token));
        }
        assertEquals(List.of(true, true, true, false), holds);
    }

    @Test
    void tokenBesideOneThatWasLetInIsRefusedAsBefore() {
        String token = mint(KEY, Clock.systemUTC()).mint("journeys", GRANT);
        CHECK.grant(token);
        assertRefused(token.substring(0, token.length() - 4) + "AAAA");
        assertRefused(mint(STRANGERS_KEY, Clock.systemUTC()).mint("journeys", GRANT));
    }

    @Test
    void tokenFromFarAheadIsRefused() {
        Clock ahead = at(Instant.now().plus(Duration.ofMinutes(10)));
        assertRefused(mint(KEY, ahead).mint("journeys", GRANT));
    }

    @Test
    void tokenWithAnotherClaimThanSignedIsRefused() {
        String[] parts = mint(KEY, Clock.systemUTC()).mint("journeys", GRANT).split("\\.", -1);
        String claims =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("w1", "w2");
        assertRefused(parts[0] + "." + encoded(claims) + "." + parts[2]);
    }

    @Test
    void tokenWithoutSignatureIsRefused() {
        String claims = mint(KEY, Clock.systemUTC()).mint("journeys", GRANT).split("\\.", -1)[1];
        assertRefused(encoded("{\"alg\":\"none\"}") + "." + claims + ".");
    }

    @Test
    void tokenSignedWithThePublicKeyAsASecretIsRefused() throws JoseException {
        JsonWebSignature forged = new JsonWebSignature();
        forged.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        forged.setKey(new SecretKeySpec(KEY.getPublic().getEncoded(), "HmacSHA256"));
        forged.setPayload(
                "{\"aud\":\"journeys\",\"sub\":\"x\",\"workspace\":\"w1\",\"rights\":[],"
                        + "\"iat\":%1$d,\"exp\":%1$d}".formatted(soon()));
        assertRefused(forged.getCompactSerialization());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"aud\":\"journeys\",\"sub\":\"x\",\"rights\":[],\"iat\":%1$d,\"exp\":%1$d}",
                "{\"aud\":\"journeys\",\"sub\":\"x\",\"workspace\":\" \",\"rights\":[],\"iat\":%1$d,\"exp\":%1$d}",
                "{\"aud\":\"journeys\",\"sub\":\"x\",\"workspace\":\"w1\",\"iat\":%1$d,\"exp\":%1$d}",
                "{\"aud\":\"journeys\",\"workspace\":\"w1\",\"rights\":[],\"iat\":%1$d,\"exp\":%1$d}",
                "{\"aud\":\"journeys\",\"sub\":\"x\",\"workspace\":\"w1\",\"rights\":[],\"iat\":%1$d}",
                "{\"sub\":\"x\",\"workspace\":\"w1\",\"rights\":[],\"iat\":%1$d,\"exp\":%1$d}"
            })
    void tokenThatLacksAClaimIsRefused(String claims) throws JoseException {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        token.setKey(KEY.getPrivate());
        token.setPayload(claims.formatted(soon()));
        assertRefused(token.getCompactSerialization());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "a.b.c", "..", "Bearer"})
    void textThatIsNoTokenIsRefused(String text) {
        assertRefused(text);
    }

    private static long soon() {
        return Instant.now().plusSeconds(30).getEpochSecond();
    }

    private static boolean holds(TokenCheck check, String token) {
        try {
            return check.grant(token).equals(GRANT);
        } catch (Problem refused) {
            return false;
        }
    }

    private static void assertRefused(String token) {
        Problem refused = assertThrows(Problem.class, () -> CHECK.grant(token));
        assertEquals(401, refused.code().status());
    }

    private static TokenMint mint(KeyPair pair, Clock clock) {
        return new TokenMint(pair.getPrivate(), clock);
    }

    private static Clock at(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair keyPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every JDK has Ed25519", impossible);
        }
    }
}
