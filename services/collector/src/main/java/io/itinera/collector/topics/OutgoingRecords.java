package io.itinera.collector.topics;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.itinera.collector.Publisher.Batch;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.wire.EventJson;
import io.itinera.collector.wire.RetrialJson;
import io.itinera.contracts.Topics;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.topics.TopicNames;
import io.itinera.kit.trace.Traces;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

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

    List<ProducerRecord<byte[], byte[]>> of(Batch batch) {
        List<Header> headers = headers(batch);
        EventJson json = new EventJson(batch.source(), batch.receivedAt());
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(batch.verdicts().size());
        for (Verdict verdict : batch.verdicts()) {
            records.add(record(verdict, batch, json, headers));
        }
        return records;
    }

    private static List<Header> headers(Batch batch) {
        String trace = batch.trace();
        return trace == null
                ? List.of()
                : List.of(new RecordHeader(Traces.HEADER, trace.getBytes(US_ASCII)));
    }

    private ProducerRecord<byte[], byte[]> record(
            Verdict verdict, Batch batch, EventJson json, List<Header> headers) {
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
                            quarantined.write(quarantined(refused, batch)),
                            headers);
        };
    }

    private static Quarantined quarantined(Verdict.Refused refused, Batch batch) {
        byte[] original = refused.whole().copy(MAX_ORIGINAL_BYTES);
        int cut = refused.whole().length() - original.length;
        String detail = refused.flaw().detail();
        return new Quarantined(
                SERVICE,
                null,
                null,
                null,
                batch.source().workspace(),
                batch.source().id().toString(),
                refused.flaw().reason().code(),
                cut == 0 ? detail : detail + "; the last " + cut + " bytes are not kept",
                batch.receivedAt(),
                null,
                Base64.getEncoder().encodeToString(original),
                RetrialJson.of(refused));
    }
}
