package io.itinera.kit.logs;

/** The dictionary of log keys; whoever searches logs finds the same thing under the same word. */
public final class LogKeys {
    public static final String WORKSPACE = "workspace";
    public static final String CUSTOMER = "customer";
    public static final String JOURNEY = "journey";
    public static final String VERSION = "version";
    public static final String ENROLLMENT = "enrollment";
    public static final String NODE = "node";
    public static final String SEND = "send";
    public static final String SOURCE = "source";
    public static final String TOPIC = "topic";
    public static final String PARTITION = "partition";
    public static final String OFFSET = "offset";
    public static final String REASON = "reason";
    public static final String SERVICE = "service";
    public static final String DURATION_MS = "durationMs";
    public static final String TRACE_ID = "traceId";

    private LogKeys() {}
}
