package io.itinera.loadtests.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** What stands in ledgers, whoever wrote them. */
public final class LedgerFiles {
    private final Slice slice;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private LedgerFiles(Slice slice) {
        this.slice = slice;
    }

    /**
     * Every event of these ledgers, by its id.
     *
     * @throws IllegalArgumentException when a line is none, or two events have one id: then the
     *     sender is wrong, and proves nothing
     */
    public static Map<String, Account> read(List<Path> files) throws IOException {
        return read(files, Slice.WHOLE);
    }

    /**
     * Every event of these customers, by its id. Of a slice, an answer to nothing cannot be told
     * from one to somebody else's event.
     *
     * @throws IllegalArgumentException likewise
     */
    public static Map<String, Account> read(List<Path> files, Slice slice) throws IOException {
        LedgerFiles reading = new LedgerFiles(slice);
        for (Path file : files) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                reading.read(lines);
            }
        }
        return reading.accounts;
    }

    private void read(BufferedReader lines) throws IOException {
        String first = Objects.requireNonNullElse(lines.readLine(), "");
        Attempts attempts = attempts(first);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] part = line.split("\t", -1);
            boolean taken =
                    switch (part[0]) {
                        case "sent" ->
                                !slice.has(Sent.key(part[2], part[3])) || send(part, attempts);
                        case "said" -> say(part) || !slice.isWhole();
                        default -> false;
                    };
            if (!taken) {
                throw new IllegalArgumentException("no line of a ledger: " + line);
            }
        }
    }

    private boolean send(String[] part, Attempts attempts) {
        Sent sent = sent(part);
        return accounts.put(sent.id(), new Account(sent, attempts)) == null;
    }

    private boolean say(String[] part) {
        Account account = accounts.get(part[1]);
        if (account != null) {
            account.said(Outcome.valueOf(part[2]));
        }
        return account != null;
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

    private Sent sent(String[] part) {
        return new Sent(
                part[1],
                once(part[2]),
                once(part[3]),
                Long.parseLong(part[4]),
                part[5],
                Long.parseLong(part[6]));
    }

    /** The same object for the same name: a customer has many events. */
    private String once(String name) {
        return names.computeIfAbsent(name, Function.identity());
    }
}
