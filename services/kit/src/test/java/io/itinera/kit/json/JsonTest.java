package io.itinera.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.definitions.Entry;
import io.itinera.contracts.definitions.SegmentDefinition;
import io.itinera.contracts.events.Tick;
import io.itinera.contracts.quarantine.Quarantined;
import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class JsonTest {
    private static final String SOURCE =
            """
            {"id": "0198c5a0-6666-7aaa-8bbb-000000000006", "workspace": "w",
             "name": "Web", "enabled": true, "historicAfter": "P3D"}
            """;

    @Test
    void instantHasThreeDigitsAfterTheSecond() throws JsonProcessingException {
        assertEquals(
                "{\"kind\":\"tick\",\"at\":\"2026-01-02T03:04:05.100Z\",\"partition\":3}",
                Json.mapper()
                        .writeValueAsString(
                                new Tick(Instant.parse("2026-01-02T03:04:05.100999Z"), 3)));
    }

    @Test
    void emptyTextIsWrittenWhereEmptyIsLeftOut() throws JsonProcessingException {
        Quarantined empty =
                new Quarantined(
                        "collector",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "not_json",
                        "",
                        Instant.EPOCH,
                        null,
                        "",
                        null);
        String json = Json.mapper().writeValueAsString(empty);
        assertEquals(empty, Json.mapper().readValue(json, Quarantined.class));
    }

    @Test
    void segmentOfEveryoneIsReadAsItWasWritten() throws JsonProcessingException {
        SegmentDefinition everyone =
                new SegmentDefinition(
                        new UUID(7, 7),
                        1,
                        "w",
                        "Everyone",
                        new Condition.All(List.of()),
                        Instant.parse("2026-01-02T03:04:05Z"),
                        Map.of());
        String json = Json.mapper().writeValueAsString(everyone);
        assertEquals(everyone, Json.mapper().readValue(json, SegmentDefinition.class));
    }

    @Test
    void entryThatAdmitsNobodyGoesOnAdmittingNobody() throws JsonProcessingException {
        Entry closed =
                new Entry(
                        "Order Completed",
                        new Condition.Any(List.of()),
                        null,
                        null,
                        Entry.Reentry.never,
                        null);
        String json = Json.mapper().writeValueAsString(closed);
        assertEquals(closed, Json.mapper().readValue(json, Entry.class));
    }

    @Test
    void missingComponentIsRefused() {
        assertRefused(Tick.class, "{\"kind\":\"tick\",\"partition\":1}", "at");
    }

    @Test
    void nullComponentIsRefused() {
        assertRefused(Tick.class, "{\"kind\":\"tick\",\"at\":null,\"partition\":1}", "at");
    }

    @Test
    void sourceOfAnEarlierReleaseHasTheDefaultRules() throws JsonProcessingException {
        assertEquals(IntakeRules.DEFAULT, Json.mapper().readValue(SOURCE, Source.class).rules());
    }

    @Test
    void rulesThatSayNothingAreTheDefaultRules() throws JsonProcessingException {
        assertEquals(IntakeRules.DEFAULT, Json.mapper().readValue("{}", IntakeRules.class));
    }

    @Test
    void absentCollectionIsEmpty() throws JsonProcessingException {
        assertEquals(List.of(), Json.mapper().readValue(SOURCE, Source.class).keyHashes());
    }

    @Test
    void componentWithADefaultMayBeAbsent() throws JsonProcessingException {
        assertEquals(
                new Condition.Performed("Order Completed", Times.ONCE, null, null),
                Json.mapper()
                        .readValue(
                                "{\"performed\": {\"event\": \"Order Completed\"}}",
                                Condition.class));
    }

    private static void assertRefused(Class<?> type, String json, String component) {
        MismatchedInputException refused =
                assertThrows(
                        MismatchedInputException.class, () -> Json.mapper().readValue(json, type));
        assertEquals(component, refused.getPath().getLast().getFieldName());
    }
}
