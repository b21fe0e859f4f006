package io.itinera.collector.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GunzipTest {
    private static final int LIMIT = 1_000_000;

    private final InFlight inFlight = new InFlight(6L * LIMIT);
    private final InFlight.Share share = inFlight.open(Optional.empty());

    @Test
    void bodyComesOutAsItWentIn() {
        byte[] body = random(300_000);
        assertArrayEquals(body, decompress(gzip(body)));
    }

    @Test
    void nothingIsABodyToo() {
        assertArrayEquals(new byte[0], decompress(gzip(new byte[0])));
    }

    @Test
    void membersOfOneBodyAreReadOneAfterTheOther() {
        byte[] first = random(70_000);
        byte[] second = random(90);
        assertArrayEquals(joined(first, second), decompress(joined(gzip(first), gzip(second))));
    }

    @Test
    void limitIsKeptToTheByte() {
        byte[] atLimit = decompress(gzip(new byte[LIMIT]));
        Problem beyond = refused(gzip(new byte[LIMIT + 1]));
        assertEquals(LIMIT, atLimit.length);
        assertEquals(ProblemCode.TOO_LARGE, beyond.code());
    }

    @Test
    void bombIsRefusedWithoutEverTakingMoreThanTwiceTheLimit() {
        byte[] bomb = gzip(new byte[200 * LIMIT]);
        assertTrue(bomb.length < LIMIT, "a bomb is small");
        assertEquals(ProblemCode.TOO_LARGE, refused(bomb).code());
        assertTrue(share.take(LIMIT), "a third of the budget is left");
    }

    @Test
    void trailerThatLiesMakesNoDifference() {
        byte[] wire = gzip(random(50_000));
        Arrays.fill(wire, wire.length - Integer.BYTES, wire.length, (byte) 0x7f);
        assertEquals(ProblemCode.BAD_REQUEST, refused(wire).code());
    }

    @Test
    void bodyThatFindsNoRoomIsToldToComeBack() {
        share.take(3L * LIMIT - 99_999);
        Problem refused = refused(gzip(new byte[100_000]));
        assertEquals(ProblemCode.TOO_MANY_REQUESTS, refused.code());
        assertEquals(Duration.ofSeconds(2), refused.retryAfter().orElseThrow());
    }

    @Test
    void decompressedBodyIsCountedUntilItIsLetGo() {
        decompress(gzip(new byte[LIMIT]));
        boolean whileHeld = inFlight.open(Optional.empty()).take(2L * LIMIT + 1);
        share.letGo();
        assertTrue(!whileHeld && inFlight.open(Optional.empty()).take(3L * LIMIT));
    }

    private byte[] decompress(byte[] wire) {
        return new Gunzip(share, LIMIT, Duration.ofSeconds(2)).decompress(wire);
    }

    private Problem refused(byte[] wire) {
        return assertThrows(Problem.class, () -> decompress(wire));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
