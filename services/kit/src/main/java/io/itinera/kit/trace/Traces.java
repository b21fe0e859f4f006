package io.itinera.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Carries W3C trace context over Kafka by hand: a record's trace is taken up while it is worked on
 * and put on what follows from it. No span is made for it, which keeps it off the hot path's bill.
 */
public final class Traces {
    /** The header's name on records and requests. */
    public static final String HEADER = "traceparent";

    private static final String MDC_KEY = "traceId";
    private static final int LENGTH = 55;
    private static final String UNRECORDED =
            "00-00000000000000000000000000000000-0000000000000000-00";

    private Traces() {}

    /** The current trace as a {@code traceparent}, when there is one. */
    public static Optional<String> current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? Optional.of(text(span)) : Optional.empty();
    }

    /**
     * The current trace as a {@code traceparent}, else the one that a request came with, else a new
     * one that nobody records.
     *
     * @param traceparent the request's header; no trace when it is no {@code traceparent}
     */
    public static String arriving(@Nullable String traceparent) {
        SpanContext current = Span.current().getSpanContext();
        if (current.isValid()) {
            return text(current);
        }
        SpanContext told = parse(traceparent);
        return told.isValid() ? text(told) : fresh();
    }

    private static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        byte[] text = UNRECORDED.getBytes(StandardCharsets.ISO_8859_1);
        hex(text, 3, random.nextLong());
        hex(text, 19, random.nextLong() | 1);
        hex(text, 36, random.nextLong() | 1);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void hex(byte[] text, int from, long bits) {
        long left = bits;
        for (int at = from + Long.BYTES * 2 - 1; at >= from; at--) {
            text[at] = (byte) Character.forDigit((int) (left & 0xf), 16);
            left >>>= 4;
        }
    }

    /**
     * Takes a trace up on this thread or, on an event loop, for the rest of the request.
     *
     * @return lets go of it
     */
    public static Runnable take(String traceparent) {
        Context context = Context.root().with(Span.wrap(parse(traceparent)));
        Scope scope = ContextStorage.get().attach(context);
        return scope == null ? () -> {} : scope::close;
    }

    /** The current trace's id, when there is one. */
    public static Optional<String> currentId() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? Optional.of(span.getTraceId()) : Optional.empty();
    }

    /** The id of the trace that a {@code traceparent} names, when it is one. */
    public static Optional<String> idOf(@Nullable String traceparent) {
        return Optional.of(parse(traceparent))
                .filter(SpanContext::isValid)
                .map(SpanContext::getTraceId);
    }

    /** Puts the current trace on a record that is about to be written; replaces what is there. */
    public static void write(Headers headers) {
        current()
                .ifPresent(
                        trace -> {
                            headers.remove(HEADER);
                            headers.add(HEADER, trace.getBytes(StandardCharsets.US_ASCII));
                        });
    }

    /** The {@code traceparent} that a record carries, when it is one. */
    public static Optional<String> read(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        if (header == null || header.value() == null || header.value().length != LENGTH) {
            return Optional.empty();
        }
        return Optional.of(new String(header.value(), StandardCharsets.US_ASCII));
    }

    /** Does the work within the trace that a record carries, on this thread. */
    public static void within(Headers headers, Runnable work) {
        within(read(headers).orElse(null), work);
    }

    /**
     * Does the work within this trace, on this thread; a text that is no {@code traceparent} is no
     * trace.
     */
    public static void within(@Nullable String traceparent, Runnable work) {
        SpanContext span = parse(traceparent);
        if (!span.isValid()) {
            work.run();
            return;
        }
        MDC.put(MDC_KEY, span.getTraceId());
        try (Scope _ = Context.root().with(Span.wrap(span)).makeCurrent()) {
            work.run();
        } finally {
            MDC.remove(MDC_KEY);
        }
    }

    private static String text(SpanContext span) {
        return "00-"
                + span.getTraceId()
                + "-"
                + span.getSpanId()
                + "-"
                + span.getTraceFlags().asHex();
    }

    private static SpanContext parse(@Nullable String traceparent) {
        if (traceparent == null || traceparent.length() != LENGTH) {
            return SpanContext.getInvalid();
        }
        try {
            return SpanContext.createFromRemoteParent(
                    traceparent.substring(3, 35),
                    traceparent.substring(36, 52),
                    TraceFlags.fromHex(traceparent, 53),
                    TraceState.getDefault());
        } catch (IndexOutOfBoundsException | IllegalArgumentException noTrace) {
            return SpanContext.getInvalid();
        }
    }
}
