package io.itinera.stack.server;

import io.itinera.stack.process.Child;
import io.itinera.stack.process.Home;
import io.itinera.stack.process.Launch;
import io.itinera.stack.process.Readiness;
import java.io.IOException;
import java.time.Duration;

/** A server that Itinera stands on. */
public sealed interface Server
        permits InboxServer, KafkaServer, KeycloakServer, PostgresServer, RedisServer {

    String name();

    /** Lays out what the server needs on disk, where it is not there yet, and says how to start. */
    Launch prepare(Home home) throws IOException, InterruptedException;

    Readiness readiness();

    /** How long a start may take on a busy machine. */
    default Duration patience() {
        return Duration.ofMinutes(2);
    }

    /** Starts the server and waits until it can be used. */
    default Child start(Home home) throws IOException, InterruptedException {
        Child child = Child.start(home, prepare(home));
        child.awaitReady(readiness(), patience());
        return child;
    }
}
