package io.itinera.segmentation.store;

import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.kit.records.Unreadable;
import io.itinera.segmentation.domain.identity.Oblivion;
import io.itinera.segmentation.domain.people.Erasing;
import io.itinera.segmentation.domain.people.Erasure;
import io.itinera.segmentation.domain.people.Leads;
import io.itinera.segmentation.domain.people.OfErasure;
import io.itinera.segmentation.domain.people.Removals;
import io.itinera.segmentation.domain.people.Tie;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Erasures, and what they are made of, as bytes. */
final class ErasurePacking {
    private static final int VERSION = 1;
    private static final int ASKED = 1;
    private static final int ERASE = 2;
    private static final int FORGOTTEN = 3;
    private static final int LIFTED = 4;
    private static final int WENT_AROUND = 5;

    private ErasurePacking() {}

    static void write(Packer out, OfErasure record) {
        switch (record) {
            case OfErasure.ErasureAsked it ->
                    out.number(1, ASKED)
                            .text(2, it.workspace())
                            .uuid(3, it.customer())
                            .uuid(4, it.erasure())
                            .text(5, it.hash())
                            .instant(6, it.at())
                            .uuid(10, it.begun());
            case OfErasure.Erase it ->
                    out.number(1, ERASE)
                            .uuid(3, it.customer())
                            .text(5, it.hash())
                            .message(7, it.erasure(), ErasurePacking::write)
                            .message(8, it.removed(), ErasurePacking::write)
                            .bool(9, it.tie() == Tie.MERGED);
            case OfErasure.WentAround it ->
                    out.number(1, WENT_AROUND).message(7, it.erasure(), ErasurePacking::write);
            case OfErasure.Forgotten it ->
                    out.number(1, FORGOTTEN)
                            .uuid(3, it.part())
                            .text(5, it.hash())
                            .message(7, it.erasure(), ErasurePacking::write)
                            .message(8, it.removed(), ErasurePacking::write)
                            .message(11, it.leads(), LeadsPacking::write);
            case OfErasure.Lifted it ->
                    out.number(1, LIFTED)
                            .text(2, it.workspace())
                            .uuid(3, it.customer())
                            .uuid(4, it.erasure())
                            .text(5, it.hash())
                            .instant(6, it.at())
                            .uuid(10, it.root());
        }
    }

    static OfErasure record(Unpacker in) {
        int kind = 0;
        String workspace = "";
        @Nullable UUID customer = null;
        @Nullable UUID id = null;
        @Nullable String hash = null;
        Instant at = Instant.EPOCH;
        @Nullable Erasure erasure = null;
        Removals removed = Removals.NONE;
        Tie tie = Tie.NAMED;
        @Nullable UUID other = null;
        Leads leads = Leads.NONE;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> kind = Math.toIntExact(in.number());
                case 2 -> workspace = in.text();
                case 3 -> customer = in.uuid();
                case 4 -> id = in.uuid();
                case 5 -> hash = in.text();
                case 6 -> at = in.instant();
                case 7 -> erasure = in.message(ErasurePacking::erasure);
                case 8 -> removed = in.message(ErasurePacking::removals);
                case 9 -> tie = in.bool() ? Tie.MERGED : tie;
                case 10 -> other = in.uuid();
                case 11 -> leads = in.message(LeadsPacking::leads);
                default -> in.keep();
            }
        }
        if (kind == WENT_AROUND) {
            return new OfErasure.WentAround(Objects.requireNonNull(erasure));
        }
        UUID who = Objects.requireNonNull(customer);
        UUID first = other == null ? who : other;
        return switch (kind) {
            case ASKED ->
                    new OfErasure.ErasureAsked(
                            workspace, who, Objects.requireNonNull(id), hash, first, at);
            case ERASE ->
                    new OfErasure.Erase(Objects.requireNonNull(erasure), who, tie, hash, removed);
            case FORGOTTEN ->
                    new OfErasure.Forgotten(
                            Objects.requireNonNull(erasure), who, hash, removed, leads);
            case LIFTED ->
                    new OfErasure.Lifted(
                            workspace, who, Objects.requireNonNull(id), first, hash, at);
            default -> throw new Unreadable("not_the_record", "no erasure has a part " + kind);
        };
    }

    private static void write(Packer out, Erasure erasure) {
        out.text(1, erasure.workspace())
                .uuid(2, erasure.id())
                .uuid(3, erasure.root())
                .instant(5, erasure.at())
                .bool(6, erasure.answer() == Erasure.Answer.AWAITED)
                .bool(7, erasure.answer() == Erasure.Answer.RETURNED);
        erasure.theirs().forEach(customer -> out.uuid(4, customer));
    }

    private static Erasure erasure(Unpacker in) {
        String workspace = "";
        @Nullable UUID id = null;
        @Nullable UUID root = null;
        Set<UUID> theirs = new HashSet<>();
        Instant at = Instant.EPOCH;
        Erasure.Answer answer = Erasure.Answer.NOT_AWAITED;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> workspace = in.text();
                case 2 -> id = in.uuid();
                case 3 -> root = in.uuid();
                case 4 -> theirs.add(in.uuid());
                case 5 -> at = in.instant();
                case 6 -> answer = in.bool() ? Erasure.Answer.AWAITED : answer;
                case 7 -> answer = in.bool() ? Erasure.Answer.RETURNED : answer;
                default -> in.keep();
            }
        }
        return new Erasure(
                workspace,
                Objects.requireNonNull(id),
                Objects.requireNonNull(root),
                theirs,
                at,
                answer);
    }

    private static void write(Packer out, Removals removals) {
        out.messages(1, removals.byStore().entrySet(), ErasurePacking::removal);
    }

    private static void removal(Packer out, Map.Entry<String, Long> removal) {
        out.text(1, removal.getKey()).number(2, removal.getValue());
    }

    private static Removals removals(Unpacker in) {
        SortedMap<String, Long> byStore = new TreeMap<>();
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> in.message(fields -> removal(fields, byStore));
                default -> in.keep();
            }
        }
        return new Removals(byStore);
    }

    private static boolean removal(Unpacker in, Map<String, Long> byStore) {
        String store = "";
        long count = 0;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> store = in.text();
                case 2 -> count = in.number();
                default -> in.keep();
            }
        }
        byStore.put(store, count);
        return true;
    }

    static byte[] pack(ErasingStore.Underway underway) {
        Erasing erasing = underway.erasing();
        Bytes next = underway.next();
        Packer out =
                new Packer(VERSION)
                        .message(1, erasing.erasure(), ErasurePacking::write)
                        .message(3, erasing.removed(), ErasurePacking::write)
                        .number(4, erasing.awaited())
                        .bytes(6, next == null ? null : next.get())
                        .instant(7, underway.doneAt())
                        .instant(8, underway.cleanBy());
        erasing.customers().forEach(customer -> out.uuid(2, customer));
        erasing.again().forEach(other -> out.uuid(5, other));
        erasing.merging().forEach(from -> out.uuid(9, from));
        return out.toBytes();
    }

    static ErasingStore.Underway underway(byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        @Nullable Erasure erasure = null;
        Set<UUID> customers = new HashSet<>();
        Removals removed = Removals.NONE;
        long awaited = 0;
        Set<UUID> again = new HashSet<>();
        Set<UUID> merging = new HashSet<>();
        @Nullable Bytes next = null;
        @Nullable Instant doneAt = null;
        @Nullable Instant cleanBy = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> erasure = in.message(ErasurePacking::erasure);
                case 2 -> customers.add(in.uuid());
                case 3 -> removed = in.message(ErasurePacking::removals);
                case 4 -> awaited = in.number();
                case 5 -> again.add(in.uuid());
                case 6 -> next = Bytes.wrap(in.bytes());
                case 7 -> doneAt = in.instant();
                case 8 -> cleanBy = in.instant();
                case 9 -> merging.add(in.uuid());
                default -> in.keep();
            }
        }
        Erasing erasing =
                new Erasing(
                        Objects.requireNonNull(erasure),
                        customers,
                        removed,
                        awaited,
                        again,
                        merging);
        return new ErasingStore.Underway(erasing, next, doneAt, cleanBy);
    }

    static void write(Packer out, Oblivion oblivion) {
        Oblivion.Place from = oblivion.from();
        out.message(1, oblivion.erasure(), ErasurePacking::write)
                .text(2, oblivion.device())
                .number(4, oblivion.removed());
        if (from != null) {
            out.text(3, from.evidence()).instant(5, from.at());
        }
    }

    static Oblivion oblivion(Unpacker in) {
        @Nullable Erasure erasure = null;
        String device = "";
        @Nullable String evidence = null;
        Instant at = Instant.EPOCH;
        long removed = 0;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> erasure = in.message(ErasurePacking::erasure);
                case 2 -> device = in.text();
                case 3 -> evidence = in.text();
                case 4 -> removed = in.number();
                case 5 -> at = in.instant();
                default -> in.keep();
            }
        }
        Oblivion.Place from = evidence == null ? null : new Oblivion.Place(at, evidence);
        return new Oblivion(Objects.requireNonNull(erasure), device, from, removed);
    }
}
