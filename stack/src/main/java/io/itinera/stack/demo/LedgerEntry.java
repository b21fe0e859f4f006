package io.itinera.stack.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the shop's ledger.
 *
 * @param at when, by the shop's clock, in milliseconds since 1970
 * @param customer who
 * @param did what: identified, looked, added, removed, bought, signedUp, readMail, closedTheCohort
 * @param email the customer's address, where the entry tells it
 * @param mayBeMailed whether they consented, for identified
 * @param cart the cart, for added, removed and bought
 * @param product the product, for looked, added and removed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LedgerEntry(
        long at,
        String customer,
        String did,
        @Nullable String email,
        boolean mayBeMailed,
        @Nullable String cart,
        @Nullable String product) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All whole lines of a ledger that may still be written to. */
    static List<LedgerEntry> readAll(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file);
        List<LedgerEntry> entries = new ArrayList<>();
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            entries.add(JSON.readValue(line, LedgerEntry.class));
        }
        return entries;
    }
}
