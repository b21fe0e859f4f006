package io.itinera.segmentation.store;

import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.segmentation.domain.accounts.Account;
import io.itinera.segmentation.domain.accounts.AccountChange;
import io.itinera.segmentation.domain.accounts.AccountCopy;
import io.itinera.segmentation.domain.accounts.Telling;
import io.itinera.segmentation.domain.customer.Belonging;
import io.itinera.segmentation.domain.customer.ChangedTraits;
import io.itinera.segmentation.domain.customer.Stamped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts, what partitions know of them, and who belongs to them, as bytes. */
final class AccountPacking {
    private static final int VERSION = 1;

    private AccountPacking() {}

    static byte[] pack(Account account) {
        return new Packer(VERSION)
                .text(1, account.workspace())
                .text(2, account.name())
                .messages(3, account.traits().entrySet(), SaidPacking::trait)
                .number(4, account.revision())
                .messages(5, account.members().entrySet(), AccountPacking::count)
                .instant(11, account.unusedSince())
                .toBytes();
    }

    static Account account(byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        String workspace = "";
        String name = "";
        SortedMap<String, Stamped<Object>> traits = new TreeMap<>();
        long revision = 0;
        SortedMap<Integer, Long> members = new TreeMap<>();
        @Nullable Instant unusedSince = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> workspace = in.text();
                case 2 -> name = in.text();
                case 3 -> in.message(fields -> SaidPacking.trait(fields, traits));
                case 4 -> revision = in.number();
                case 5 -> in.message(fields -> count(fields, members));
                case 11 -> unusedSince = in.instant();
                default -> in.keep();
            }
        }
        return new Account(workspace, name, traits, revision, members, unusedSince);
    }

    private static void count(Packer out, Map.Entry<Integer, Long> count) {
        out.number(1, count.getKey()).number(2, count.getValue());
    }

    private static boolean count(Unpacker in, Map<Integer, Long> members) {
        int partition = 0;
        long count = 0;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> partition = Math.toIntExact(in.number());
                case 2 -> count = in.number();
                default -> in.keep();
            }
        }
        members.put(partition, count);
        return true;
    }

    static byte[] pack(AccountCopy copy) {
        return new Packer(VERSION)
                .text(1, copy.workspace())
                .text(2, copy.account())
                .messages(3, copy.traits().entrySet(), SaidPacking::trait)
                .number(4, copy.revision())
                .number(5, copy.members())
                .toBytes();
    }

    static AccountCopy copy(byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        String workspace = "";
        String account = "";
        SortedMap<String, Stamped<Object>> traits = new TreeMap<>();
        long revision = 0;
        long members = 0;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> workspace = in.text();
                case 2 -> account = in.text();
                case 3 -> in.message(fields -> SaidPacking.trait(fields, traits));
                case 4 -> revision = in.number();
                case 5 -> members = in.number();
                default -> in.keep();
            }
        }
        return new AccountCopy(workspace, account, traits, revision, members);
    }

    static byte[] pack(Telling telling) {
        return new Packer(VERSION)
                .text(1, telling.workspace())
                .text(2, telling.account())
                .uuid(3, telling.cursor())
                .message(4, telling.changed(), AccountPacking::changed)
                .message(5, telling.meanwhile(), AccountPacking::changed)
                .instant(6, telling.at())
                .text(7, telling.trace())
                .toBytes();
    }

    static Telling telling(byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        String workspace = "";
        String account = "";
        @Nullable UUID cursor = null;
        AccountChange changed = AccountChange.NONE;
        AccountChange meanwhile = AccountChange.NONE;
        Instant at = Instant.EPOCH;
        @Nullable String trace = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> workspace = in.text();
                case 2 -> account = in.text();
                case 3 -> cursor = in.uuid();
                case 4 -> changed = in.message(AccountPacking::changed);
                case 5 -> meanwhile = in.message(AccountPacking::changed);
                case 6 -> at = in.instant();
                case 7 -> trace = in.text();
                default -> in.keep();
            }
        }
        return new Telling(workspace, account, cursor, changed, meanwhile, at, trace);
    }

    private static void changed(Packer out, AccountChange changed) {
        out.bool(8, changed.historic());
        switch (changed.traits()) {
            case ChangedTraits.All() -> out.bool(1, true);
            case ChangedTraits.These(Set<String> names) -> out.texts(2, names);
        }
    }

    private static AccountChange changed(Unpacker in) {
        boolean historic = false;
        boolean all = false;
        Set<String> names = new TreeSet<>();
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> all = in.bool();
                case 2 -> names.add(in.text());
                case 8 -> historic = in.bool();
                default -> in.keep();
            }
        }
        return new AccountChange(
                all ? new ChangedTraits.All() : new ChangedTraits.These(names), historic);
    }

    static void belonging(Packer out, Map.Entry<String, Belonging> entry) {
        Belonging belonging = entry.getValue();
        out.text(1, entry.getKey())
                .instant(2, belonging.since())
                .instant(3, belonging.called())
                .text(4, belonging.by())
                .instant(5, belonging.mentioned());
    }

    static boolean belonging(Unpacker in, Map<String, Belonging> accounts) {
        String account = "";
        Instant since = Instant.EPOCH;
        @Nullable Instant called = null;
        @Nullable Instant mentioned = null;
        @Nullable String by = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> account = in.text();
                case 2 -> since = in.instant();
                case 3 -> called = in.instant();
                case 4 -> by = in.text();
                case 5 -> mentioned = in.instant();
                default -> in.keep();
            }
        }
        accounts.put(account, new Belonging(since, called, mentioned, by));
        return true;
    }
}
