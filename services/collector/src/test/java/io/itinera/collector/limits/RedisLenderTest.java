package io.itinera.collector.limits;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.itinera.stack.testing.ServerName;
import io.itinera.stack.testing.TestStack;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisAPI;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RedisLenderTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String ADDRESS =
            Objects.requireNonNull(TestStack.attach(Set.of(ServerName.REDIS)).redis()).url();

    private final UUID source = UUID.randomUUID();
    private final AtomicLong now = new AtomicLong();
    private final LocalLender local = new LocalLender(now::get);

    @AfterAll
    static void vertxEnds() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void instancesShareOneSourcesRate() {
        RedisLender one = lender(ADDRESS);
        RedisLender other = lender(ADDRESS);
        long first = lent(one, 1_000, 700);
        long second = lent(other, 1_000, 700);
        assertEquals(700, first);
        assertTrue(second >= 300 && second < 700, second + " of 300 and what time brought");
        assertEquals(1_000, lent(other, 1_000, 5_000, UUID.randomUUID()), "another's is whole");
    }

    @Test
    void timeBringsMore() {
        RedisLender lender = lender(ADDRESS);
        assertEquals(10, lent(lender, 10, 10));
        assertEquals(0, lent(lender, 10, 1));
        await().until(() -> lent(lender, 10, 1) == 1);
    }

    @Test
    void bucketIsForgottenOnceItWouldBeFull() {
        RedisAPI redis = redis(ADDRESS);
        assertEquals(1, lent(new RedisLender(redis, local, now::get), 10, 1));
        long milliseconds =
                redis.pttl("itinera:rate:" + source)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .toLong();
        assertTrue(milliseconds > 0 && milliseconds <= 2_000, milliseconds + " ms");
    }

    @Test
    void withoutRedisTheInstanceCountsForItselfAndReturnsWhenItIsBack() {
        RedisLender lender = lender("redis://localhost:1");
        assertEquals(10, lent(lender, 10, 50));
        assertTrue(lender.isAway());
        assertEquals(0, lent(lender, 10, 1), "its own bucket is empty now");
    }

    @Test
    void redisThatHangsHoldsNobodyUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            RedisLender lender = lender("redis://localhost:" + silent.getLocalPort());
            assertEquals(10, lent(lender, 10, 50));
            assertTrue(lender.isAway());
            assertEquals(0, lent(lender, 10, 1));
        }
    }

    private long lent(RedisLender lender, int rate, long asked) {
        return lent(lender, rate, asked, source);
    }

    private static long lent(RedisLender lender, int rate, long asked, UUID source) {
        CompletableFuture<Long> lent = new CompletableFuture<>();
        lender.lend(source, rate, asked, lent::complete);
        return lent.join();
    }

    private RedisLender lender(String address) {
        return new RedisLender(redis(address), local, now::get);
    }

    private static RedisAPI redis(String address) {
        return RedisAPI.api(Redis.createClient(VERTX, address));
    }
}
