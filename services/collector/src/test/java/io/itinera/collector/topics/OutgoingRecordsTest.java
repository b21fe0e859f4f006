package io.itinera.collector.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.collector.Publisher;
import io.itinera.collector.dialects.ga4.MeasurementProtocol;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Verdict;
import io.itinera.collector.wire.Given;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.topics.TopicNames;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class OutgoingRecordsTest {
    private static final JsonCodec<Quarantined> QUARANTINED = JsonCodec.of(Quarantined.class);

    @Test
    void ofRefusedEventsThatWereSentAsOneTheFirstKeepsWhatWasSent() {
        String event =
                "{'name':'add_to_cart','params':{'items':[{'item_id':'a'},{'item_id':'b'}]}}";
        List<Verdict> nobodys =
                Given.judge(
                        new MeasurementProtocol(),
                        "{'events':[" + event + "," + event + "]}",
                        Given.ARRIVAL,
                        Limits.DEFAULT);
        assertEquals(List.of(true, false, true, false), hasOriginal(nobodys));
    }

    private static List<Boolean> hasOriginal(List<Verdict> verdicts) {
        List<Boolean> has = new ArrayList<>();
        Publisher.Batch batch = new Publisher.Batch(verdicts, Given.SHOP, Given.NOW, null);
        for (ProducerRecord<byte[], byte[]> each :
                new OutgoingRecords(new TopicNames("")).of(batch)) {
            has.add(!QUARANTINED.read(each.value()).original().isEmpty());
        }
        return has;
    }
}
