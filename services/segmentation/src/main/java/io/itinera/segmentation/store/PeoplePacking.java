package io.itinera.segmentation.store;

import io.itinera.contracts.activity.Merge;
import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.kit.records.Unreadable;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.customer.Stamped;
import io.itinera.segmentation.domain.identity.Grounds;
import io.itinera.segmentation.domain.identity.LedgerLine;
import io.itinera.segmentation.domain.lag.Pace;
import io.itinera.segmentation.domain.people.AccountKnown;
import io.itinera.segmentation.domain.people.OfAccount;
import io.itinera.segmentation.domain.people.OfErasure;
import io.itinera.segmentation.domain.people.PeopleRecord;
import io.itinera.segmentation.domain.people.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What travels between the steps, as bytes. */
public final class PeoplePacking {
    private static final int VERSION = 1;
    private static final int HAPPENED = 1;
    private static final int TIME = 2;
    private static final int FOUND = 3;
    private static final int PAST = 4;
    private static final int ARRIVED = 5;
    private static final int ANNOUNCED = 6;
    private static final int UNFOUNDED = 7;
    private static final int SETTLED = 8;
    private static final int PACED = 9;
    private static final int NOTED = 10;
    private static final int PARTING_ASKED = 11;
    private static final int PARTED = 12;
    private static final int RETURNED = 13;
    private static final int RESTORED = 14;
    private static final int STAYED = 15;
    private static final int CLAIMED = 16;
    private static final int ACCOUNT_SAID = 22;
    private static final int MEMBERS_COUNTED = 23;
    private static final int ACCOUNT_KNOWN = 24;
    private static final int ERASURE = 17;

    private PeoplePacking() {}

    /** The record's bytes. */
    public static byte[] pack(PeopleRecord record) {
        Packer out = new Packer(VERSION);
        switch (record) {
            case PeopleRecord.Happened it ->
                    out.number(1, HAPPENED)
                            .uuid(2, it.customer())
                            .message(3, it.entry(), EntryPacking::write);
            case PeopleRecord.TimeReached it ->
                    out.number(1, TIME).number(4, it.partition()).instant(5, it.at());
            case PeopleRecord.Paced it ->
                    out.number(1, PACED)
                            .number(4, it.partition())
                            .uuid(10, it.source())
                            .message(11, it.pace(), PacePacking::write)
                            .instant(5, it.at());
            case PeopleRecord.Announced it ->
                    merge(out, ANNOUNCED, it.workspace(), it.merge(), it.at()).bool(18, it.asked());
            case PeopleRecord.Found it ->
                    merge(out, FOUND, it.workspace(), it.merge(), it.at())
                            .message(12, it.grounds(), LedgerPacking::writeGrounds);
            case PeopleRecord.Unfounded it ->
                    merge(out, UNFOUNDED, it.workspace(), it.merge(), it.at());
            case PeopleRecord.Settled it ->
                    merge(out, SETTLED, it.workspace(), it.merge(), it.at());
            case PeopleRecord.Past it ->
                    merge(out, PAST, it.workspace(), it.merge(), it.at())
                            .messages(3, it.entries(), EntryPacking::write);
            case PeopleRecord.PartingAsked it ->
                    out.number(1, PARTING_ASKED)
                            .text(6, it.workspace())
                            .uuid(2, it.customer())
                            .message(12, it.grounds(), LedgerPacking::writeGrounds)
                            .instant(5, it.at());
            case PeopleRecord.Claimed it ->
                    out.number(1, CLAIMED)
                            .text(6, it.workspace())
                            .uuid(2, it.customer())
                            .uuid(8, it.claimant())
                            .message(12, it.grounds(), LedgerPacking::writeGrounds)
                            .instant(5, it.at());
            case PeopleRecord.Parted it ->
                    out.number(1, PARTED)
                            .text(6, it.workspace())
                            .message(14, it.side(), UnionPacking::writeSide)
                            .number(15, it.late())
                            .message(12, it.grounds(), LedgerPacking::writeGrounds)
                            .instant(5, it.at());
            case PeopleRecord.Returned it ->
                    merge(out, RETURNED, it.workspace(), it.merge(), it.at())
                            .messages(3, it.entries(), EntryPacking::write);
            case PeopleRecord.Restored it ->
                    merge(out, RESTORED, it.workspace(), it.merge(), it.at())
                            .number(15, it.since())
                            .message(12, it.grounds(), LedgerPacking::writeGrounds);
            case PeopleRecord.Stayed it -> merge(out, STAYED, it.workspace(), it.merge(), it.at());
            case PeopleRecord.Arrived it -> {
                it.origins().forEach(origin -> out.uuid(16, origin));
                out.number(1, ARRIVED)
                        .uuid(7, it.merge().from())
                        .uuid(8, it.merge().into())
                        .message(9, it.customer(), CustomerPacking::write)
                        .message(12, it.grounds(), LedgerPacking::writeGrounds)
                        .instant(5, it.at());
            }
            case OfAccount.AccountSaid it ->
                    account(out, ACCOUNT_SAID, it.workspace(), it.account(), it.at())
                            .value(23, it.traits())
                            .instant(24, it.said())
                            .text(25, it.by())
                            .bool(32, it.historic());
            case OfAccount.MembersCounted it ->
                    account(out, MEMBERS_COUNTED, it.workspace(), it.account(), it.at())
                            .number(4, it.partition())
                            .number(15, it.members())
                            .bool(32, it.historic());
            case AccountKnown it ->
                    account(out, ACCOUNT_KNOWN, it.workspace(), it.account(), it.at())
                            .messages(26, it.traits().entrySet(), SaidPacking::trait)
                            .number(15, it.revision())
                            .bool(32, it.historic());
            case OfErasure it -> out.number(1, ERASURE).message(17, it, ErasurePacking::write);
            case PeopleRecord.Noted it ->
                    out.number(1, NOTED)
                            .text(6, it.workspace())
                            .uuid(2, it.customer())
                            .message(13, it.line(), LedgerPacking::write);
        }
        return out.toBytes();
    }

    private static Packer account(
            Packer out, int kind, String workspace, String account, Instant at) {
        return out.number(1, kind).text(6, workspace).text(22, account).instant(5, at);
    }

    private static Packer merge(Packer out, int kind, String workspace, Merge merge, Instant at) {
        return out.number(1, kind)
                .text(6, workspace)
                .uuid(7, merge.from())
                .uuid(8, merge.into())
                .instant(5, at);
    }

    /**
     * The record in these bytes.
     *
     * @throws Unreadable when there is none
     */
    public static PeopleRecord record(byte[] packed) {
        Unpacker in = Unpacker.of(packed);
        Fields it = new Fields();
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> it.kind = Math.toIntExact(in.number());
                case 2 -> it.customer = in.uuid();
                case 3 -> it.entries.add(in.message(EntryPacking::read));
                case 4 -> it.partition = Math.toIntExact(in.number());
                case 5 -> it.at = in.instant();
                case 6 -> it.workspace = in.text();
                case 7 -> it.from = in.uuid();
                case 8 -> it.into = in.uuid();
                case 9 -> it.resident = in.message(CustomerPacking::read);
                case 10 -> it.source = in.uuid();
                case 11 -> it.pace = in.message(PacePacking::read);
                case 12 -> it.grounds = in.message(LedgerPacking::readGrounds);
                case 13 -> it.line = in.message(LedgerPacking::read);
                case 14 -> it.side = in.message(UnionPacking::readSide);
                case 15 -> it.count = in.number();
                case 16 -> it.origins.add(in.uuid());
                case 18 -> it.asked = in.bool();
                case 22 -> it.account = in.text();
                case 23 -> it.said = in.object();
                case 24 -> it.saidAt = in.instant();
                case 25 -> it.by = in.text();
                case 26 -> in.message(fields -> SaidPacking.trait(fields, it.traits));
                case 17 -> it.erasure = in.message(ErasurePacking::record);
                case 32 -> it.historic = in.bool();
                default -> in.keep();
            }
        }
        return it.record();
    }

    /** What a record starts from while it is read. */
    private static final class Fields {
        private int kind;
        private @Nullable UUID customer;
        private final List<Entry> entries = new ArrayList<>();
        private int partition;
        private Instant at = Instant.EPOCH;
        private String workspace = "";
        private @Nullable UUID from;
        private @Nullable UUID into;
        private @Nullable Resident resident;
        private @Nullable UUID source;
        private Pace pace = Pace.Silent.UNHEARD;
        private Grounds grounds = Grounds.UNNOTED;
        private @Nullable LedgerLine line;
        private @Nullable Side side;
        private long count;
        private final Set<UUID> origins = new HashSet<>();
        private boolean asked;
        private String account = "";
        private Map<String, Object> said = Map.of();
        private Instant saidAt = Instant.EPOCH;
        private String by = "";
        private final SortedMap<String, Stamped<Object>> traits = new TreeMap<>();
        private @Nullable OfErasure erasure;
        private boolean historic;

        private PeopleRecord record() {
            return switch (kind) {
                case HAPPENED ->
                        new PeopleRecord.Happened(
                                Objects.requireNonNull(customer), entries.getFirst());
                case TIME -> new PeopleRecord.TimeReached(partition, at);
                case PACED ->
                        new PeopleRecord.Paced(partition, Objects.requireNonNull(source), pace, at);
                case ANNOUNCED -> new PeopleRecord.Announced(workspace, merge(), at, asked);
                case UNFOUNDED -> new PeopleRecord.Unfounded(workspace, merge(), at);
                case SETTLED -> new PeopleRecord.Settled(workspace, merge(), at);
                case FOUND -> new PeopleRecord.Found(workspace, merge(), at, grounds);
                case PAST -> new PeopleRecord.Past(workspace, merge(), entries, at);
                case ARRIVED -> new PeopleRecord.Arrived(merge(), customer(), at, grounds, origins);
                case PARTING_ASKED ->
                        new PeopleRecord.PartingAsked(
                                workspace, Objects.requireNonNull(customer), at, grounds);
                case CLAIMED ->
                        new PeopleRecord.Claimed(
                                workspace,
                                Objects.requireNonNull(customer),
                                Objects.requireNonNull(into),
                                at,
                                grounds);
                case PARTED ->
                        new PeopleRecord.Parted(
                                workspace, Objects.requireNonNull(side), count, at, grounds);
                case RETURNED -> new PeopleRecord.Returned(workspace, merge(), entries, at);
                case RESTORED -> new PeopleRecord.Restored(workspace, merge(), count, at, grounds);
                case STAYED -> new PeopleRecord.Stayed(workspace, merge(), at);
                case ACCOUNT_SAID ->
                        new OfAccount.AccountSaid(
                                workspace, account, said, saidAt, by, at, historic);
                case MEMBERS_COUNTED ->
                        new OfAccount.MembersCounted(
                                workspace, account, partition, count, at, historic);
                case ACCOUNT_KNOWN ->
                        new AccountKnown(workspace, account, traits, count, at, historic);
                case ERASURE -> Objects.requireNonNull(erasure);
                case NOTED ->
                        new PeopleRecord.Noted(
                                workspace,
                                Objects.requireNonNull(customer),
                                Objects.requireNonNull(line));
                default ->
                        throw new Unreadable(
                                "not_the_record", "no record of people has kind " + kind);
            };
        }

        private Merge merge() {
            return new Merge(Objects.requireNonNull(from), Objects.requireNonNull(into));
        }

        private Customer customer() {
            if (resident instanceof Customer known) {
                return known;
            }
            throw new Unreadable("not_the_record", "a record of people lacks its customer");
        }
    }
}
