package io.itinera.kit.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TracesTest {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void whatFollowsFromARecordCarriesItsTrace() {
        RecordHeaders following = new RecordHeaders();
        Traces.within(TRACE, () -> Traces.write(following));
        assertEquals(Optional.of(TRACE), Traces.read(following));
    }

    @Test
    void logsWithinARecordCarryItsTraceAndNoneAfterIt() {
        List<Object> seen = new ArrayList<>();
        Traces.within(TRACE, () -> seen.add(MDC.get("traceId")));
        seen.add(Optional.ofNullable(MDC.get("traceId")));
        assertEquals(List.of("0af7651916cd43dd8448eb211c80319c", Optional.empty()), seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-zzf7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
            })
    void textThatIsNoTraceIsNone(String text) {
        List<Optional<String>> seen = new ArrayList<>();
        Traces.within(text, () -> seen.add(Traces.current()));
        assertEquals(List.of(Optional.empty()), seen);
    }

    @Test
    void requestWithoutATraceGetsANewOneEachTime() {
        String first = Traces.arriving(null);
        String second = Traces.arriving("00?0af7651916cd43dd8448eb211c80319c");
        assertTrue(first.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"), first);
        assertNotEquals(first, second);
    }

    @Test
    void requestsTraceIsTheCurrentOneOrElseItsOwn() {
        List<String> seen = new ArrayList<>();
        seen.add(Traces.arriving(TRACE));
        Traces.within(TRACE, () -> seen.add(Traces.arriving(null)));
        assertEquals(List.of(TRACE, TRACE), seen);
    }

    @Test
    void traceThatWasTakenUpIsCurrentUntilItIsLetGo() {
        Runnable letGo = Traces.take(TRACE);
        Optional<String> taken = Traces.current();
        letGo.run();
        assertEquals(
                List.of(Optional.of(TRACE), Optional.empty()), List.of(taken, Traces.current()));
    }
}
