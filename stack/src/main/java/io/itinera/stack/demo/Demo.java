package io.itinera.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Watches the shop's cohort come and go, and reckons what came of it. */
public final class Demo {
    /** How long after the last wait is over a mail may still come. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** How long after the last wait is over a mail too many would have come. */
    private static final Duration AFTERMATH = Duration.ofSeconds(5);

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Path ledger;
    private final InboxReader inbox;
    private final Map<String, Mail.Product> products;
    private final Duration wait;

    /**
     * Gets ready to watch.
     *
     * @param ledger the file that the shop writes
     * @param inbox where the mail comes in
     * @param products the shop's products as a JSON array
     * @param wait how long the cart drop waits
     */
    public Demo(Path ledger, URI inbox, String products, Duration wait) throws IOException {
        this.ledger = ledger;
        this.inbox = new InboxReader(inbox);
        this.products = byId(products);
        this.wait = wait;
    }

    /**
     * What came of it so far; an unfinished cohort counts people as missed whose mail is not due.
     */
    public DemoFigures figures() throws IOException, InterruptedException {
        return DemoFigures.of(cohort(LedgerEntry.readAll(ledger)), inbox.mails(), products, wait);
    }

    /** Whether the cohort's people have all gone and signed up. */
    public boolean cohortIsThrough() throws IOException {
        return end(LedgerEntry.readAll(ledger)).isPresent();
    }

    /**
     * Once the cohort is through: waits until everyone has their mail and no more come, or patience
     * ends.
     */
    public DemoFigures settle() throws IOException, InterruptedException {
        List<LedgerEntry> entries = cohort(LedgerEntry.readAll(ledger));
        Instant due = lastDue(entries);
        DemoFigures figures = figures();
        while (Instant.now().isBefore(due.plus(figures.missed() > 0 ? PATIENCE : AFTERMATH))) {
            Thread.sleep(LOOK_EVERY);
            figures = figures();
        }
        return figures;
    }

    private Instant lastDue(List<LedgerEntry> entries) {
        long due =
                DemoFigures.shoppers(entries).values().stream()
                        .mapToLong(shopper -> shopper.dueAt(wait.toMillis()))
                        .max()
                        .orElse(0);
        return Instant.ofEpochMilli(Math.max(due, System.currentTimeMillis()));
    }

    /** The entries of the cohort, without those of people who came by later. */
    private static List<LedgerEntry> cohort(List<LedgerEntry> entries) {
        return end(entries).map(end -> entries.subList(0, end)).orElse(entries);
    }

    private static Optional<Integer> end(List<LedgerEntry> entries) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).did().equals("closedTheCohort")) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static Map<String, Mail.Product> byId(String products) throws IOException {
        Map<String, Mail.Product> byId = new HashMap<>();
        for (JsonNode item : new ObjectMapper().readTree(products)) {
            String id = item.path("id").asText();
            String picture = URI.create(item.path("image_url").asText()).getPath();
            byId.put(id, new Mail.Product(id, item.path("name").asText(), picture));
        }
        return byId;
    }
}
