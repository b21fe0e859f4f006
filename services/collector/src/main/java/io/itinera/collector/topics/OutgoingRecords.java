package io.itinera.collector.topics;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.itinera.collector.Publisher.Batch;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.wire.EventJson;
import io.itinera.collector.wire.RetrialJson;
import io.itinera.contracts.Topics;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.topics.TopicNames;
import io.itinera.kit.trace.Traces;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** A request's verdicts as records; their timestamp is when we received it. */
final class OutgoingRecords {
    private static final String SERVICE = "collector";

    /** Of a refused event, so many bytes go to quarantine: enough to see, small enough to send. */
    static final int MAX_ORIGINAL_BYTES = 64 * 1024;

    private final JsonCodec<Quarantined> quarantined = JsonCodec.of(Quarantined.class);
    private final String events;
    private final String quarantine;

    OutgoingRecords(TopicNames names) {
        this.events = names.of(Topics.EVENTS);
        this.quarantine = names.of(Topics.QUARANTINE);
    }

    /** One by one, as they are asked for: all together they may be many times the request. */
    Iterable<ProducerRecord<byte[], byte[]>> of(Batch batch) {
        return () -> new Records(batch);
    }

    private final class Records implements Iterator<ProducerRecord<byte[], byte[]>> {
        private final Batch batch;
        private final Iterator<Verdict> verdicts;
        private final List<Header> headers;
        private final EventJson json;
        private final Originals originals = new Originals();

        Records(Batch batch) {
            this.batch = batch;
            this.verdicts = batch.verdicts().iterator();
            this.headers = headers(batch);
            this.json = new EventJson(batch.source(), batch.receivedAt());
        }

        @Override
        public boolean hasNext() {
            return verdicts.hasNext();
        }

        @Override
        public ProducerRecord<byte[], byte[]> next() {
            return record(verdicts.next(), batch, json, originals, headers);
        }
    }

    /**
     * What is kept of what was sent. Of several refused events that were sent as one, the first has
     * it.
     */
    private static final class Originals {
        private @Nullable Slice before;

        byte[] of(Slice whole) {
            int kept = whole == before ? 0 : MAX_ORIGINAL_BYTES;
            before = whole;
            return whole.copy(kept);
        }
    }

    private static List<Header> headers(Batch batch) {
        String trace = batch.trace();
        return trace == null
                ? List.of()
                : List.of(new RecordHeader(Traces.HEADER, trace.getBytes(US_ASCII)));
    }

    private ProducerRecord<byte[], byte[]> record(
            Verdict verdict,
            Batch batch,
            EventJson json,
            Originals originals,
            List<Header> headers) {
        long at = batch.receivedAt().toEpochMilli();
        return switch (verdict) {
            case Verdict.Accepted accepted ->
                    new ProducerRecord<>(
                            events,
                            null,
                            at,
                            accepted.key().getBytes(UTF_8),
                            json.write(accepted.event()),
                            headers);
            case Verdict.Refused refused ->
                    new ProducerRecord<>(
                            quarantine,
                            null,
                            at,
                            batch.source().workspace().getBytes(UTF_8),
                            quarantined.write(
                                    quarantined(refused, batch, originals.of(refused.whole()))),
                            headers);
        };
    }

    private static Quarantined quarantined(Verdict.Refused refused, Batch batch, byte[] original) {
        return new Quarantined(
                SERVICE,
                null,
                null,
                null,
                batch.source().workspace(),
                batch.source().id().toString(),
                refused.flaw().reason().code(),
                detail(refused, original.length),
                batch.receivedAt(),
                null,
                Base64.getEncoder().encodeToString(original),
                RetrialJson.of(refused));
    }

    private static String detail(Verdict.Refused refused, int kept) {
        String detail = refused.flaw().detail();
        int cut = refused.whole().length() - kept;
        if (cut == 0) {
            return detail;
        }
        return kept == 0
                ? detail + "; what was sent is kept with the event before it"
                : detail + "; the last " + cut + " bytes are not kept";
    }
}
