package io.itinera.kit.logs;

import java.util.Map;
import org.jboss.logging.MDC;

/** Says something with key-values from {@link LogKeys}. */
public final class LogWith {
    private LogWith() {}

    /** Logs within these key-values, on this thread. */
    public static void keys(Map<String, ?> values, Runnable log) {
        values.forEach(MDC::put);
        try {
            log.run();
        } finally {
            values.keySet().forEach(MDC::remove);
        }
    }
}
