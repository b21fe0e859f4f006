package io.itinera.collector;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.collector.lag.LagReports;
import io.itinera.stack.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a file says of the time up to which its source is complete. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = @ResourceArg(name = "needs", value = "kafka,postgres"))
class ImportCompletenessTest {
    @Inject Broker broker;
    @Inject Collector collector;
    @Inject Declarations declarations;
    @Inject LagReports reports;

    private ImportShop shop;

    /** Whoever builds watermarks stands here. */
    @Singleton
    static final class Declarations {
        private final Queue<CompleteUpTo> told = new ConcurrentLinkedQueue<>();

        void hear(@Observes CompleteUpTo declared) {
            told.add(declared);
        }
    }

    @BeforeEach
    void shopIsOpen() {
        shop = new ImportShop(broker, collector);
    }

    @Test
    void rowsOfAFileThatIsLiveAreHistoryOnlyWhenTheyAreOld() {
        String id = shop.begin(", \"live\": true");
        String now = Instant.now().toString();
        shop.send(
                id,
                0,
                ImportShop.row("old") + ImportShop.row("new").replace("2020-01-01T00:00:00Z", now));
        shop.finish(id);

        assertEquals(List.of("new false", "old true"), shop.events());
        reports.tellAll();
        assertEquals(List.of(), shop.lags(), "imports say nothing of how late live events are");
    }

    @Test
    void completenessIsDeclaredWhenTheFileIsWhole() {
        String early = "2026-03-01T00:00:00Z";
        String late = "2026-03-02T00:00:00Z";
        String id = shop.begin(", \"completeUpTo\": \"" + early + "\"");
        shop.send(id, 0, ImportShop.row("m1"))
                .then()
                .body("completeUpTo", equalTo("2026-03-01T00:00:00.000Z"));
        assertEquals(List.of(), declared());
        shop.person()
                .contentType("application/json")
                .body(Map.of("completeUpTo", late))
                .post("/imports/" + id + "/finish")
                .then()
                .body("completeUpTo", equalTo("2026-03-02T00:00:00.000Z"));
        assertEquals(List.of(Instant.parse(late)), declared());
        assertEquals(Collections.nCopies(8, Instant.parse(late)), shop.lags());
    }

    @Test
    void lastRowStandsBeforeTheDeclaration() {
        String id = shop.begin(", \"completeUpTo\": \"2026-03-01T00:00:00Z\"");
        shop.send(id, 0, ImportShop.row("m1").strip());
        shop.finish(id).then().body("state", equalTo("finished"));
        List<ConsumerRecord<byte[], byte[]>> all = shop.records();
        ConsumerRecord<byte[], byte[]> last =
                all.stream().filter(it -> !ImportShop.isLag(it)).findFirst().orElseThrow();
        assertEquals(
                List.of(true),
                all.stream()
                        .filter(it -> ImportShop.isLag(it) && it.partition() == last.partition())
                        .map(it -> it.offset() > last.offset())
                        .toList());
    }

    private List<Instant> declared() {
        return declarations.told.stream()
                .filter(told -> told.source().id().equals(shop.id()))
                .map(CompleteUpTo::at)
                .toList();
    }
}
