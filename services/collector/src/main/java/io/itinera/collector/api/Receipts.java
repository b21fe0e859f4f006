package io.itinera.collector.api;

import io.itinera.collector.CollectorConfig;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Begins the receipt of bodies, each within the budget of all and within its time. */
@Singleton
final class Receipts {
    private final InFlight inFlight;
    private final Stragglers stragglers;
    private final CollectorConfig config;

    @Inject
    Receipts(InFlight inFlight, Stragglers stragglers, CollectorConfig config) {
        this.inFlight = inFlight;
        this.stragglers = stragglers;
        this.config = config;
    }

    /**
     * The receipt of events.
     *
     * @param source whose they are, if that is known before the body
     */
    Receipt ofEvents(RoutingContext exchange, Optional<UUID> source) {
        return receipt(exchange, source, config.maxWire().asLongValue());
    }

    /** The receipt of something that is nobody's and has at most so many bytes. */
    Receipt ofAnything(RoutingContext exchange, long limit) {
        return receipt(exchange, Optional.empty(), limit);
    }

    private Receipt receipt(RoutingContext exchange, Optional<UUID> source, long limit) {
        return new Receipt(exchange, inFlight.open(source), stragglers, limit, config.retryAfter());
    }
}
