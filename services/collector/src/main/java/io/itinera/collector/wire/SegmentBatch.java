package io.itinera.collector.wire;

import com.fasterxml.jackson.core.JsonToken;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Undecodable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Segment's batch: a list of events in an envelope. The envelope's own {@code timestamp}, which
 * some clients send, is when it was sent and no event's time; it is passed over.
 */
public final class SegmentBatch implements Dialect {
    @Override
    public Reading read(byte[] body, Limits limits) {
        return Bodies.read(body, limits, scan -> new Envelope(body, scan).read());
    }

    private static final class Envelope {
        private final Scan scan;
        private final SegmentItem item;
        private @Nullable List<Draft> drafts;
        private @Nullable String writeKey;
        private @Nullable String sentAt;
        private @Nullable Slice context;
        private @Nullable Flaw contextFlaw;

        Envelope(byte[] body, Scan scan) {
            this.scan = scan;
            this.item = new SegmentItem(body, scan);
        }

        Reading read() throws IOException {
            if (!scan.isAt(JsonToken.START_OBJECT)) {
                return new Undecodable("a batch must be an object with a list named batch");
            }
            while (scan.next() == JsonToken.FIELD_NAME) {
                scan.begin();
                String name = scan.name();
                scan.next();
                readField(name);
            }
            if (drafts == null) {
                return new Undecodable("a batch must have a list named batch");
            }
            Flaw flaw = contextFlaw;
            List<Draft> judged =
                    flaw == null ? drafts : drafts.stream().map(it -> it.with(flaw)).toList();
            return new Submission(judged, writeKey, sentAt, context);
        }

        private void readField(String name) throws IOException {
            switch (name) {
                case "batch" -> readItems();
                case "context" -> readContext(name);
                case "writeKey" -> writeKey = scan.text(name);
                case "sentAt" -> sentAt = scan.text(name);
                default -> scan.walk();
            }
        }

        /** What is wrong with what all events share is wrong with each of them. */
        private void readContext(String name) throws IOException {
            context = scan.object(name);
            contextFlaw = scan.flaw();
        }

        private void readItems() throws IOException {
            if (!scan.isAt(JsonToken.START_ARRAY)) {
                scan.walk();
                return;
            }
            List<Draft> items = new ArrayList<>();
            while (scan.next() != JsonToken.END_ARRAY) {
                if (scan.isEnough(items.size())) {
                    scan.walk();
                } else {
                    items.add(item.read());
                }
            }
            drafts = items;
        }
    }
}
