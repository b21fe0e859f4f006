package io.itinera.collector.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.itinera.contracts.Keys;
import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Source;
import io.itinera.kit.records.JsonCodec;
import io.itinera.kit.records.Unreadable;
import io.itinera.kit.tables.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class WriteKeysTest {
    private static final UUID ID = new UUID(1, 2);
    private static final byte[] NO_SOURCE = "{\"source\": \"s\", \"events\": 0}".getBytes(UTF_8);

    private final Source source =
            new Source(
                    ID,
                    "w",
                    "Shop",
                    List.of(),
                    true,
                    Source.DEFAULT_HISTORIC_AFTER,
                    IntakeRules.DEFAULT,
                    null,
                    Map.of());
    private final WriteKeys keys = new WriteKeys();
    private final Table.Edition edition = keys.anew();

    @Test
    void whatIsSaidOfASourcesLagStandsBesideItAndIsPassedOver() {
        edition.put(Keys.head("w", ID), JsonCodec.of(Source.class).write(source));
        edition.put(Keys.sourceLag("w", ID), NO_SOURCE);
        edition.put(Keys.sourceLag("w", ID), null);
        edition.publish();
        assertEquals(Optional.of(source), keys.source("w", ID));
        assertThrows(Unreadable.class, () -> edition.put(Keys.head("w", ID), NO_SOURCE));
    }

    @Test
    void sourceThatIsGoneIsGone() {
        edition.put(Keys.head("w", ID), JsonCodec.of(Source.class).write(source));
        edition.publish();
        edition.put(Keys.head("w", ID), null);
        edition.publish();
        assertEquals(Optional.empty(), keys.source("w", ID));
    }

    @Test
    void topicWithoutRecordsIsReadToo() {
        edition.publish();
        assertEquals(true, keys.isComplete());
    }
}
