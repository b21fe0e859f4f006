package io.itinera.segmentation.store;

import io.itinera.contracts.activity.Consent;
import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import io.itinera.segmentation.domain.attributes.Attained;
import io.itinera.segmentation.domain.customer.Belonging;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.GrowingStandings;
import io.itinera.segmentation.domain.customer.Progress;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.customer.Stamped;
import io.itinera.segmentation.domain.customer.Standing;
import io.itinera.segmentation.domain.customer.Standings;
import io.itinera.segmentation.domain.customer.Tag;
import io.itinera.segmentation.domain.identity.Identity;
import io.itinera.segmentation.domain.identity.KnownIdentities;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers, and notes of where they went, as bytes. */
final class CustomerPacking {
    private static final int VERSION = 1;
    private static final int EDITION = 36;
    private static final int PLANNED = 40;
    private static final int ENDED = 41;

    private CustomerPacking() {}

    /**
     * What stands in the row of a resident.
     *
     * @param resident a customer with the standings of this row only
     * @param planned when the agenda names them; null where it is when they say themselves
     * @param edition of the row with their other standings; 0 where there is none
     * @param ended segments of that row with which they stand no more
     */
    record Row(
            Resident resident, @Nullable Instant planned, long edition, SortedSet<String> ended) {}

    static byte[] pack(Resident resident) {
        return pack(Residents.Stored.planned(resident), Settled.NONE);
    }

    /**
     * What the agenda says is written; an earlier release did where the customer says another.
     *
     * @param settled the standings that are in a row of their own
     */
    static byte[] pack(Residents.Stored stored, Settled settled) {
        Packer out = new Packer(VERSION);
        switch (stored.resident()) {
            case Customer customer -> {
                Settled.Lately lately = settled.lately(Standings.of(customer.standings()));
                write(out, customer, lately.standings());
                out.number(EDITION, settled.edition()).instant(PLANNED, stored.planned());
                if (!lately.ended().isEmpty()) {
                    out.parts(ENDED, lately.ended(), StandingPacking::writeNames);
                }
            }
            case Resident.Moved moved -> out.uuid(1, moved.into());
            case Resident.Erased erased -> out.uuid(21, erased.erasure()).uuid(22, erased.root());
        }
        return out.toBytes();
    }

    static Resident resident(byte[] packed) {
        return row(packed).resident();
    }

    static Row row(byte[] packed) {
        Beside beside = new Beside();
        Resident resident = read(Unpacker.of(packed), beside);
        return new Row(resident, beside.planned, beside.edition, beside.ended);
    }

    static void write(Packer out, Customer customer) {
        write(out, customer, customer.standings());
    }

    private static void write(Packer out, Customer customer, Map<String, Standing> standings) {
        out.text(2, customer.workspace())
                .uuid(3, customer.id())
                .messages(4, SaidPacking.identities(customer), SaidPacking::identity)
                .messages(5, customer.traits().entrySet(), SaidPacking::trait)
                .messages(6, customer.consents().entrySet(), SaidPacking::consent)
                .instant(8, customer.firstSeen())
                .instant(9, customer.lastSeen())
                .number(10, customer.events())
                .instant(11, customer.clock())
                .messages(12, customer.tags().entrySet(), SaidPacking::tag)
                .messages(13, customer.attained().entrySet(), AttainedPacking::pack)
                .messages(19, customer.accounts().entrySet(), AccountPacking::belonging)
                .number(20, customer.identities().dropped())
                .messages(24, customer.journeys().entrySet(), ProgressPacking::pack);
        if (!standings.isEmpty()) {
            out.parts(35, standings, StandingPacking::write);
        }
    }

    static Resident read(Unpacker in) {
        return read(in, new Beside());
    }

    private static Resident read(Unpacker in, Beside beside) {
        @Nullable UUID into = null;
        @Nullable UUID erasure = null;
        @Nullable UUID root = null;
        String workspace = "";
        @Nullable UUID id = null;
        SortedMap<String, SortedMap<String, Identity>> identities = new TreeMap<>();
        long dropped = 0;
        SortedMap<String, Stamped<Object>> traits = new TreeMap<>();
        SortedMap<String, Consent> consents = new TreeMap<>();
        GrowingStandings standings = new GrowingStandings(0);
        SortedMap<String, Tag> tags = new TreeMap<>();
        SortedMap<String, Attained> attained = new TreeMap<>();
        SortedMap<UUID, Progress> journeys = new TreeMap<>();
        SortedMap<String, Belonging> accounts = new TreeMap<>();
        @Nullable Instant firstSeen = null;
        @Nullable Instant lastSeen = null;
        long events = 0;
        Instant clock = Instant.EPOCH;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> into = in.uuid();
                case 2 -> workspace = in.text();
                case 3 -> id = in.uuid();
                case 4 -> in.message(fields -> SaidPacking.identity(fields, identities));
                case 5 -> in.message(fields -> SaidPacking.trait(fields, traits));
                case 6 -> in.message(fields -> SaidPacking.consent(fields, consents));
                case 7 -> in.message(fields -> StandingPacking.unpack(fields, standings));
                case 8 -> firstSeen = in.instant();
                case 9 -> lastSeen = in.instant();
                case 10 -> events = in.number();
                case 11 -> clock = in.instant();
                case 12 -> in.message(fields -> SaidPacking.tag(fields, tags));
                case 13 -> in.message(fields -> AttainedPacking.unpack(fields, attained));
                case 19 -> in.message(fields -> AccountPacking.belonging(fields, accounts));
                case 20 -> dropped = in.number();
                case 21 -> erasure = in.uuid();
                case 22 -> root = in.uuid();
                case 24 -> in.message(fields -> ProgressPacking.unpack(fields, journeys));
                case 35 -> in.parts(parts -> StandingPacking.read(parts, standings));
                case EDITION -> beside.edition = in.number();
                case PLANNED -> beside.planned = in.instant();
                case ENDED -> in.parts(names -> StandingPacking.readNames(names, beside.ended));
                default -> in.keep();
            }
        }
        if (into != null) {
            return new Resident.Moved(into);
        }
        if (erasure != null) {
            return new Resident.Erased(erasure, Objects.requireNonNull(root));
        }
        return new Customer(
                workspace,
                Objects.requireNonNull(id),
                new KnownIdentities(identities, dropped),
                traits,
                consents,
                tags,
                attained,
                journeys,
                accounts,
                standings.standings(),
                firstSeen,
                lastSeen,
                events,
                clock);
    }

    /** What a row says beside the resident. */
    private static final class Beside {
        private @Nullable Instant planned;
        private long edition;
        private final SortedSet<String> ended = new TreeSet<>();
    }
}
