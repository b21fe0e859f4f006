package io.itinera.gateway.api.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient the gateway is with the services, and how many requests it lets through. */
@ConfigMapping(prefix = "itinera.proxy")
public interface ProxySettings {
    /** How long a service may take to accept a connection. */
    @WithDefault("PT3S")
    Duration connectTimeout();

    /** How long a service may take to begin its answer; streams may then go on for ever. */
    @WithDefault("PT30S")
    Duration answerTimeout();

    /** Connections to one service at most; a stream of events holds one. */
    @WithDefault("256")
    int connections();

    /** Requests that wait for a connection at most; more are refused at once. */
    @WithDefault("512")
    int waiting();

    /** Streams of events that one person may have open at one instance of the gateway. */
    @WithDefault("10")
    int streamsPerPerson();
}
