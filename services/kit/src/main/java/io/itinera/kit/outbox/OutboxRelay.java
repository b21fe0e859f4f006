package io.itinera.kit.outbox;

import io.itinera.kit.topics.TopicNames;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells what stands in the outbox: the rows of a key in order, by one publisher at a time among all
 * instances that share the database, each row at least once. A crash between the broker's
 * acknowledgement and the row's deletion tells it again.
 */
public final class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;
    private final Map<String, Object> kafka;
    private final TopicNames names;
    private final Semaphore ended = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * A relay, not yet started.
     *
     * @param kafka the client's settings, as {@link io.itinera.kit.topics.KafkaSettings} gives them
     */
    public OutboxRelay(Pool pool, Map<String, Object> kafka, TopicNames names) {
        this.pool = pool;
        this.kafka = producerSettings(kafka);
        this.names = names;
    }

    /** Begins to tell; until {@link #stop}, through every loss of the database and the broker. */
    public synchronized void start() {
        ended.drainPermits();
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    /** Ends after the rows in hand; what is left is told by whoever is next. */
    public synchronized void stop() {
        running = false;
        ended.release();
        Thread working = thread;
        if (working == null) {
            return;
        }
        try {
            working.join(PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    private void run() {
        while (running) {
            try (OutboxDesk desk = OutboxDesk.open(pool);
                    KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(kafka)) {
                serve(desk, new OutboxTelling(producer, names));
            } catch (RuntimeException lost) {
                LOG.warn("The outbox is not being told; trying again", lost);
                pause();
            }
        }
    }

    private void serve(OutboxDesk desk, OutboxTelling telling) {
        while (running && !desk.claim()) {
            desk.awaitNews(POLL);
        }
        while (running) {
            List<StoredRow> rows = desk.next();
            if (rows.isEmpty()) {
                desk.awaitNews(POLL);
            } else {
                desk.delete(telling.tell(rows));
            }
        }
    }

    private void pause() {
        try {
            boolean _ = ended.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private static Map<String, Object> producerSettings(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        settings.put(
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        return settings;
    }
}
