package io.itinera.loadtests.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What stands in ledgers, whoever wrote them. */
public final class LedgerFiles {
    private LedgerFiles() {}

    /**
     * Every event of these ledgers, by its id.
     *
     * @throws IllegalArgumentException when a line is none, or two events have one id: then the
     *     sender is wrong, and proves nothing
     */
    public static Map<String, Account> read(List<Path> files) throws IOException {
        Map<String, Account> accounts = new HashMap<>();
        for (Path file : files) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                read(lines, accounts);
            }
        }
        return accounts;
    }

    private static void read(BufferedReader lines, Map<String, Account> accounts)
            throws IOException {
        String first = Objects.requireNonNullElse(lines.readLine(), "");
        Attempts attempts = attempts(first);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] part = line.split("\t", -1);
            if (part[0].equals("sent")) {
                Sent sent = sent(part);
                if (accounts.put(sent.id(), new Account(sent, attempts)) != null) {
                    throw new IllegalArgumentException("sent under one id: " + line);
                }
            } else if (part[0].equals("said") && accounts.containsKey(part[1])) {
                accounts.get(part[1]).said(Outcome.valueOf(part[2]));
            } else {
                throw new IllegalArgumentException("no line of a ledger: " + line);
            }
        }
    }

    private static Attempts attempts(String first) {
        if (first.equals(Ledger.EVERY_ATTEMPT)) {
            return new Attempts.Told();
        }
        if (!first.startsWith(Ledger.LAST_ATTEMPT)) {
            throw new IllegalArgumentException("no ledger: " + first);
        }
        String most = first.substring(Ledger.LAST_ATTEMPT.length());
        return new Attempts.OwnRepeats(Integer.parseInt(most));
    }

    private static Sent sent(String[] part) {
        return new Sent(
                part[1],
                part[2],
                part[3],
                Long.parseLong(part[4]),
                part[5],
                Long.parseLong(part[6]));
    }
}
