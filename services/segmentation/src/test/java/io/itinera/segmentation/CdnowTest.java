package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.Tick;
import io.itinera.kit.ids.Ids;
import io.itinera.segmentation.store.TimelineStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Eighteen months of a real shop imported as history, where the file is there: {@code
 * ITINERA_CDNOW} (environment or system property) names its folder, relative to the project's root.
 * A small sample of the same shape is always there.
 */
final class CdnowTest {
    private static final String VARIABLE = "ITINERA_CDNOW";
    private static final String USUAL = "../shared/data/cdnow";
    private static final YearMonth FIRST = YearMonth.of(1997, 1);

    /** Nobody's first purchase is later: the file follows those who came in one quarter. */
    private static final YearMonth NEWCOMERS = YearMonth.of(1997, 3);

    private static final YearMonth LAST = YearMonth.of(1998, 6);
    private static final Instant IMPORTED = Instant.parse("1998-07-01T00:00:00Z");

    /** Whole days are forgotten. */
    private static final LocalDate OLDEST_KEPT =
            LocalDate.ofInstant(IMPORTED.minus(TimelineStore.MEMORY), ZoneOffset.UTC);

    /** As an operator sets it who imports so much. */
    private static final Duration HISTORY = Duration.ofDays(600);

    @Test
    void segmentsOverTheSampleCountWhatItsLinesDo() throws Exception {
        Purchases purchases = Purchases.read(Path.of("src/test/resources/cdnow-sample.txt"));
        assertEquals(Figures.counted(purchases), figures(purchases));
    }

    @Test
    void segmentsOverTheRealFileCountWhatItsLinesDo() throws Exception {
        Path file = folder().resolve("CDNOW_master.txt");
        assumeTrue(Files.exists(file), "no " + file);
        Purchases purchases = Purchases.read(file);
        Figures figures = figures(purchases);
        assertEquals(List.of(23_570L, 69_659L), List.of(figures.customers(), figures.orders()));
        assertEquals(Figures.counted(purchases), figures);
    }

    @Test
    void usualHistoryForgetsWhatIsOlder() throws IOException {
        Purchases purchases = Purchases.read(Path.of("src/test/resources/cdnow-sample.txt"));
        Partitions partitions = imported(purchases, TimelineStore.MEMORY);
        for (int second = 1; second <= purchases.all().size(); second++) {
            tick(partitions, IMPORTED.plusSeconds(second));
        }
        assertEquals(
                purchases.all().stream().filter(it -> !it.day().isBefore(OLDEST_KEPT)).count(),
                lines(partitions, purchases));
    }

    private static Figures figures(Purchases purchases) throws InvalidCondition {
        Partitions partitions = imported(purchases, HISTORY);
        return new CohortSegments(partitions, IMPORTED)
                .ofMonths(FIRST, NEWCOMERS, LAST, lines(partitions, purchases));
    }

    private static Partitions imported(Purchases purchases, Duration history) {
        Partitions partitions = new Partitions(history);
        for (Event event : purchases.imported(IMPORTED)) {
            partitions.collect(Partitions.of(event.userId()), event);
        }
        partitions.runInPeace(new Random(1));
        tick(partitions, IMPORTED);
        return partitions;
    }

    private static long lines(Partitions partitions, Purchases purchases) {
        return purchases.all().stream()
                .map(Purchases.Purchase::customer)
                .distinct()
                .mapToLong(it -> partitions.everybody().timeline(customer(it)).size())
                .sum();
    }

    private static UUID customer(String user) {
        return Ids.customer(Purchases.WORKSPACE, "user", user);
    }

    private static void tick(Partitions partitions, Instant at) {
        for (int partition = 0; partition < Partitions.COUNT; partition++) {
            partitions.collect(partition, new Tick(at, partition));
        }
        partitions.runInPeace(new Random(1));
    }

    private static Path folder() {
        Path root = Path.of(System.getProperty("itinera.root", "."));
        String named = System.getProperty(VARIABLE, System.getenv(VARIABLE));
        return root.resolve(named == null ? USUAL : named).normalize();
    }
}
