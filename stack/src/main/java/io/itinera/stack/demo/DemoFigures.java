package io.itinera.stack.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of the demo, reckoned from the shop's ledger and the inbox's mail alone.
 *
 * @param customers people in the ledger who could have filled a cart
 * @param dropped had items, had not bought when the wait ended, and may be mailed
 * @param bought those who bought, whenever
 * @param boughtWaiting those of them who bought before their wait was over
 * @param boughtAfter those of them who bought after their wait was over
 * @param messages mails to customers with a cart
 * @param messagesToBuyers mails to those who had bought before their wait was over
 * @param missed who dropped a cart and got no mail that shows all that they left, name and picture
 * @param doubled mails beyond the first to one customer
 * @param postToInboxMs from the shop's call to the inbox, for the journey without a wait
 */
public record DemoFigures(
        int customers,
        int dropped,
        int bought,
        int boughtWaiting,
        int boughtAfter,
        int messages,
        int messagesToBuyers,
        int missed,
        int doubled,
        Percentiles postToInboxMs) {

    /**
     * Times in milliseconds; 0 when there was none.
     *
     * @param p50 half were this quick or quicker
     * @param p99 all but one in a hundred were
     */
    public record Percentiles(long p50, long p99) {
        /** By the nearest-rank method. */
        static Percentiles of(List<Long> values) {
            List<Long> sorted = new ArrayList<>(values);
            Collections.sort(sorted);
            return new Percentiles(rank(sorted, 0.50), rank(sorted, 0.99));
        }

        private static long rank(List<Long> sorted, double share) {
            return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        }
    }

    /** Whether everyone got what they should, once. */
    public boolean flawless() {
        return messages == dropped && messagesToBuyers == 0 && missed == 0 && doubled == 0;
    }

    static DemoFigures of(
            List<LedgerEntry> ledger,
            List<Mail> mails,
            Map<String, Mail.Product> products,
            Duration wait) {
        long waitMs = wait.toMillis();
        Map<String, Shopper> shoppers = shoppers(ledger);
        Map<String, List<Mail>> byAddress = mails.stream().collect(Collectors.groupingBy(Mail::to));
        Tally tally = new Tally();
        for (Shopper shopper : shoppers.values()) {
            tally.count(
                    shopper, byAddress.getOrDefault(shopper.email(), List.of()), products, waitMs);
        }
        return tally.figures();
    }

    static Map<String, Shopper> shoppers(List<LedgerEntry> ledger) {
        Map<String, Shopper> shoppers = new LinkedHashMap<>();
        for (LedgerEntry entry : ledger) {
            shoppers.computeIfAbsent(entry.customer(), id -> new Shopper()).take(entry);
        }
        shoppers.remove("shop");
        return shoppers;
    }

    /** The counts while they are made. */
    private static final class Tally {
        private int customers;
        private int dropped;
        private int bought;
        private int boughtWaiting;
        private int messages;
        private int messagesToBuyers;
        private int missed;
        private int doubled;
        private final List<Long> latencies = new ArrayList<>();

        void count(
                Shopper shopper,
                List<Mail> mails,
                Map<String, Mail.Product> products,
                long waitMs) {
            Long signedUpAt = shopper.signedUpAt();
            if (signedUpAt != null) {
                mails.forEach(mail -> latencies.add(mail.receivedAt().toEpochMilli() - signedUpAt));
                return;
            }
            customers++;
            messages += mails.size();
            doubled += Math.max(0, mails.size() - 1);
            if (shopper.bought()) {
                bought++;
            }
            if (shopper.boughtWithin(waitMs)) {
                boughtWaiting++;
                messagesToBuyers += mails.size();
            }
            if (shopper.dropped(waitMs)) {
                dropped++;
                missed +=
                        mails.stream().anyMatch(mail -> showsAll(mail, shopper, products)) ? 0 : 1;
            }
        }

        private static boolean showsAll(
                Mail mail, Shopper shopper, Map<String, Mail.Product> products) {
            return shopper.cart().stream().allMatch(id -> mail.shows(products.get(id)));
        }

        DemoFigures figures() {
            return new DemoFigures(
                    customers,
                    dropped,
                    bought,
                    boughtWaiting,
                    bought - boughtWaiting,
                    messages,
                    messagesToBuyers,
                    missed,
                    doubled,
                    Percentiles.of(latencies));
        }
    }
}
