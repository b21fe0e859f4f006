package io.itinera.segmentation;

import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A shop's purchases, a line each, as CDNOW's file has them: customer, day, discs, dollars. Two
 * lines that say the same are two purchases.
 */
record Purchases(List<Purchase> all) {
    static final String BOUGHT = "Order Completed";
    static final String WORKSPACE = "cdnow";

    /** One of them. */
    record Purchase(String customer, LocalDate day, int discs, String dollars) {}

    static Purchases read(Path file) throws IOException {
        List<Purchase> all = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.strip().split(" +", -1);
                all.add(
                        new Purchase(
                                fields[0],
                                LocalDate.parse(fields[1], DateTimeFormatter.BASIC_ISO_DATE),
                                Integer.parseInt(fields[2]),
                                fields[3]));
            }
        }
        return new Purchases(all);
    }

    /** What an import makes of them: history, each line with an id of its own. */
    List<Event> imported(Instant at) {
        List<Event> events = new ArrayList<>();
        for (Purchase purchase : all) {
            events.add(event(purchase, "line-" + events.size(), at));
        }
        return events;
    }

    private static Event event(Purchase purchase, String id, Instant at) {
        return new Event(
                id,
                WORKSPACE,
                EventType.track,
                BOUGHT,
                null,
                purchase.customer(),
                null,
                null,
                Map.of(),
                Map.of(
                        "day",
                        purchase.day().toString(),
                        "quantity",
                        purchase.discs(),
                        "total",
                        Double.valueOf(purchase.dollars())),
                Map.of(),
                Map.of(),
                purchase.day().atStartOfDay(ZoneOffset.UTC).toInstant(),
                at,
                "import",
                true,
                Map.of());
    }
}
