package io.itinera.loadtests.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Does what a balancer does: looks whether an instance is ready, and opens no new connection to it
 * while it is not. Connections that are open stay with whoever holds them.
 */
final class Balancer implements BooleanSupplier, AutoCloseable {
    private static final int OK = 200;
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final HttpRequest question;
    private final Thread thread = Thread.ofVirtual().unstarted(this::watch);
    private volatile boolean ready = true;
    private volatile boolean ending;

    /** In front of the collector at this address. */
    static Balancer before(URI collector) {
        Balancer balancer = new Balancer(collector);
        balancer.thread.start();
        return balancer;
    }

    private Balancer(URI collector) {
        this.question =
                HttpRequest.newBuilder(collector.resolve("/q/health/ready"))
                        .timeout(PATIENCE)
                        .build();
    }

    @Override
    public boolean getAsBoolean() {
        return ready;
    }

    private void watch() {
        while (!ending) {
            ready = isReady();
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private boolean isReady() {
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException nobody) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        ending = true;
        http.close();
    }
}
