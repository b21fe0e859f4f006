package io.itinera.kit.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealingTest {
    private static final UUID OWNER = UUID.fromString("0198c5a0-6666-7aaa-8bbb-000000000006");
    private static final UUID ANOTHER = UUID.fromString("0198c5a0-6666-7aaa-8bbb-000000000007");
    private static final String OLD = key('o');
    private static final String NEW = key('n');

    /** Made by another implementation of the form. */
    private static final String FIRST_RELEASE = "AQABAgMEBQYHCAkKC37sdEuqCewtcfjzj-kjEsH-y-QF1A";

    private static final String SECRET = "whsec_秘密";

    private final Sealing sealing = Sealing.of(List.of(OLD));

    @Test
    void secretComesOutAsItWentIn() {
        assertEquals(SECRET, sealing.open(sealing.seal(SECRET, OWNER), OWNER));
    }

    @Test
    void sealedTextShowsNothingAndIsNeverTheSame() {
        String sealed = sealing.seal(SECRET, OWNER);
        assertNotEquals(sealed, sealing.seal(SECRET, OWNER));
        String bytes = new String(Base64.getUrlDecoder().decode(sealed), StandardCharsets.UTF_8);
        assertFalse(bytes.contains("whsec"), bytes);
    }

    @Test
    void textOfAnotherOwnerIsNotOpened() {
        String sealed = sealing.seal(SECRET, OWNER);
        assertThrows(Sealing.Unopened.class, () -> sealing.open(sealed, ANOTHER));
    }

    @Test
    void everyChangedByteIsFound() {
        byte[] sealed = Base64.getUrlDecoder().decode(sealing.seal(SECRET, OWNER));
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            String text = Base64.getUrlEncoder().encodeToString(changed);
            assertThrows(Sealing.Unopened.class, () -> sealing.open(text, OWNER), "byte " + at);
        }
    }

    @Test
    void whatIsNoSealedTextIsNotOpened() {
        for (String text : List.of("", "AQ", "no Base64!", SECRET)) {
            assertThrows(Sealing.Unopened.class, () -> sealing.open(text, OWNER), text);
        }
    }

    @Test
    void whileAKeyIsReplacedTheFirstSealsAndBothOpen() {
        Sealing replacing = Sealing.of(List.of(NEW, OLD));
        assertEquals(SECRET, replacing.open(sealing.seal(SECRET, OWNER), OWNER));
        String anew = replacing.seal(SECRET, OWNER);
        assertEquals(SECRET, Sealing.of(List.of(NEW)).open(anew, OWNER));
        assertThrows(Sealing.Unopened.class, () -> sealing.open(anew, OWNER));
    }

    @Test
    void textSealedByTheFirstReleaseIsOpened() {
        assertEquals("first", sealing.open(FIRST_RELEASE, OWNER));
    }

    @Test
    void wrongKeysStopTheStartWithASentence() {
        for (List<String> keys :
                List.of(
                        List.<String>of(),
                        List.of("short"),
                        List.of("no Base64!"),
                        List.of(OLD, NEW, OLD))) {
            IllegalStateException refused =
                    assertThrows(IllegalStateException.class, () -> Sealing.of(keys));
            assertEquals(0, refused.getMessage().indexOf("itinera.settings-key must be "));
        }
    }

    private static String key(char filling) {
        byte[] bytes =
                String.valueOf(filling)
                        .repeat(Sealing.KEY_BYTES)
                        .getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
