package io.itinera.conditions;

import static io.itinera.conditions.Written.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TouchTest {
    @Test
    void everyQuestionSaysWhatCanTouchIt() throws Exception {
        String journey = "0198c5a0-2222-7aaa-8bbb-000000000002";
        Touch touch =
                Conditions.compile(
                                read(
                                        """
                                        {"all": [
                                          {"performed": {"event": "A"}},
                                          {"sequence": {"steps": [{"event": "B"}, {"event": "C"}],
                                            "within": "PT1H"}},
                                          {"unfollowed": {"did": {"event": "D"}, "by": {"event": "E"}}},
                                          {"message": {"outcome": "opened"}},
                                          {"trait": {"name": "plan.name", "test": {"equals": "pro"}}},
                                          {"account": {"name": "seats.used", "test": {"atLeast": 5}}},
                                          {"segment": "s1"},
                                          {"journey": {"id": "%s", "state": "in"}},
                                          {"journey": {"id": "%s", "state": "finished"}}
                                        ]}
                                        """
                                                .replace("%s", journey)))
                        .touch();
        assertEquals(
                new Touch(
                        Set.of("A", "B", "C", "D", "E", "$message_opened"),
                        Set.of("plan"),
                        Set.of("s1"),
                        Set.of("seats"),
                        Set.of(UUID.fromString(journey)),
                        false),
                touch);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'trait': {'name': 'd', 'test': {'before': '2026-01-01'}}}             | false",
                "{'trait': {'name': 'd', 'test': {'before': {'ago': 'P1D'}}}}           | true",
                "{'trait': {'name': 'd', 'test': {'anniversary': {'within': 'P1D'}}}}   | true",
                "{'performed': {'event': 'A', 'window': {'last': 'P1D'}}}               | true",
                "{'unfollowed': {'did': {'event': 'A'}, 'by': {'event': 'B'}}}          | false",
                "{'unfollowed': {'did': {'event': 'A'}, 'by': {'event': 'B'}, 'after': 'P1D'}} | true",
                "{'occurrence': {'which': 'last', 'event': 'A', 'test': {'exists': true}}} | false",
                "{'occurrence': {'which': 'last', 'event': 'A', 'test': {'after': {'ago': 'P1D'}}}} | true",
            })
    void conditionSaysWhetherTimeAloneCanTurnIt(String condition, boolean time) throws Exception {
        assertEquals(time, Conditions.compile(read(condition)).touch().time(), condition);
    }
}
