package io.itinera.collector;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may set; the limits of one event are fixed, clients know them. */
@ConfigMapping(prefix = "itinera.collector")
public interface CollectorConfig {
    /** The most bytes of a request's body on the wire; at least 4 MB, or clients lose batches. */
    @WithDefault("5M")
    MemorySize maxWire();

    /** The most bytes of a request's body after decompression. */
    @WithDefault("10M")
    MemorySize maxBody();

    /**
     * The most bytes that a request's events may become, what they share counted with each; beyond:
     * 413. No more than half of what may wait to be sent.
     */
    @WithDefault("16M")
    MemorySize maxEvents();

    /**
     * The most bytes of all requests that are being read or wait for the broker: their bodies, and
     * what their events become beside those; beyond: 429. One source may hold half of it, and so
     * may all requests together that tell their key in the body.
     */
    @WithDefault("64M")
    MemorySize maxInFlight();

    /**
     * How often it is asked whether as much of a request's body has arrived as the slowest sender
     * sends; if not: 408. While room for bodies is short, four times as often, and for sixteen
     * times as much.
     */
    @WithDefault("10s")
    Duration bodyPatience();

    /**
     * How long all of a request's body may take to arrive; beyond: 408. A quarter while room for
     * bodies is short.
     */
    @WithDefault("60s")
    Duration longestBody();

    /** How many bytes in a second the slowest sender sends. */
    @WithDefault("4K")
    MemorySize slowestBody();

    /** The most bytes that wait to be sent to Kafka; beyond: 503. */
    @WithDefault("32M")
    MemorySize maxBuffered();

    /** How long a request waits for the broker's acknowledgement before it is answered 503. */
    @WithDefault("10s")
    Duration ackTimeout();

    /** What clients that come too early are told to wait; whole seconds. */
    @WithDefault("2s")
    Duration retryAfter();

    /**
     * How far the time of an event is corrected when nothing tells a wrong clock from an old
     * request that was sent again.
     */
    @WithDefault("P1D")
    Duration skewCap();

    /** How often it is told how late each source's events were. */
    @WithDefault("60s")
    Duration lagReports();
}
