package io.itinera.stack.process;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps Kafka's client from telling people what it is configured with. */
public final class Quiet {

    /** Held, for loggers that nobody holds forget their level. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private Quiet() {}

    /** To be called before the first client is made. */
    public static void kafkaClient() {
        KAFKA.setLevel(Level.OFF);
    }
}
