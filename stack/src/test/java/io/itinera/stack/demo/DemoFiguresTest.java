package io.itinera.stack.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DemoFiguresTest {
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Map<String, Mail.Product> PRODUCTS =
            Map.of(
                    "tee", new Mail.Product("tee", "Tee “Sea”", "/pictures/tee.svg"),
                    "hat", new Mail.Product("hat", "Straw hat", "/pictures/hat.svg"));
    private static final String SHOWS_TEE = "<img src=\"http://shop/pictures/tee.svg\"> Tee “Sea”";

    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final List<Mail> mails = new ArrayList<>();

    @Test
    void dropperWithOneFullMailIsFlawless() {
        dropped("a", "tee");
        mail("a", 31, SHOWS_TEE);
        DemoFigures figures = figures();
        assertEquals(
                new DemoFigures(1, 1, 0, 0, 0, 1, 0, 0, 0, new DemoFigures.Percentiles(0, 0)),
                figures);
        assertTrue(figures.flawless());
    }

    @Test
    void mailThatLacksAPictureOfSomethingLeftIsMissed() {
        dropped("a", "tee", "hat");
        mail("a", 31, SHOWS_TEE);
        assertEquals(1, figures().missed());
    }

    @Test
    void whatWasTakenBackNeedNotBeShown() {
        dropped("a", "hat", "tee");
        ledger.add(entry(2, "a", "removed", "hat"));
        mail("a", 31, SHOWS_TEE);
        assertEquals(0, figures().missed());
    }

    @Test
    void secondMailIsDoubled() {
        dropped("a", "tee");
        mail("a", 31, SHOWS_TEE);
        mail("a", 32, SHOWS_TEE);
        assertEquals(1, figures().doubled());
    }

    @Test
    void mailToWhoBoughtWhileWaitingIsToABuyer() {
        dropped("a", "tee");
        ledger.add(entry(20, "a", "bought", null));
        mail("a", 31, SHOWS_TEE);
        DemoFigures figures = figures();
        assertEquals(1, figures.messagesToBuyers());
        assertEquals(0, figures.dropped());
    }

    @Test
    void whoBoughtAfterTheMailDroppedTheCartAllTheSame() {
        dropped("a", "tee");
        ledger.add(entry(45, "a", "bought", null));
        mail("a", 31, SHOWS_TEE);
        DemoFigures figures = figures();
        assertEquals(
                List.of(1, 1, 0),
                List.of(figures.dropped(), figures.boughtAfter(), figures.messagesToBuyers()));
    }

    @Test
    void whoSaidNoDroppedNothingThatCounts() {
        ledger.add(new LedgerEntry(0, "a", "identified", "a@x", false, null, null));
        ledger.add(entry(1, "a", "added", "tee"));
        assertEquals(0, figures().dropped());
    }

    @Test
    void signUpsAreTimedAndCountedNowhereElse() {
        ledger.add(new LedgerEntry(1_000, "s", "signedUp", "s@x", false, null, null));
        mails.add(new Mail("s@x", Instant.ofEpochMilli(1_250), "Welcome"));
        DemoFigures figures = figures();
        assertEquals(new DemoFigures.Percentiles(250, 250), figures.postToInboxMs());
        assertEquals(List.of(0, 0), List.of(figures.customers(), figures.messages()));
    }

    private void dropped(String customer, String... products) {
        ledger.add(new LedgerEntry(0, customer, "identified", customer + "@x", true, null, null));
        for (String product : products) {
            ledger.add(entry(1, customer, "added", product));
        }
    }

    private static LedgerEntry entry(long second, String customer, String did, String product) {
        return new LedgerEntry(second * 1_000, customer, did, null, false, "cart", product);
    }

    private void mail(String customer, long second, String html) {
        mails.add(new Mail(customer + "@x", Instant.ofEpochSecond(second), html));
    }

    private DemoFigures figures() {
        return DemoFigures.of(ledger, mails, PRODUCTS, WAIT);
    }
}
