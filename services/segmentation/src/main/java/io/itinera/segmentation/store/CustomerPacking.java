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
import io.itinera.segmentation.domain.identity.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
                .messages(4, identities(customer), CustomerPacking::identity)
                .messages(5, customer.traits().entrySet(), CustomerPacking::trait)
                .messages(6, customer.consents().entrySet(), CustomerPacking::consent)
                .instant(8, customer.firstSeen())
                .instant(9, customer.lastSeen())
                .number(10, customer.events())
                .instant(11, customer.clock())
                .messages(12, customer.tags().entrySet(), CustomerPacking::tag)
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
                case 4 -> in.message(fields -> identity(fields, identities));
                case 5 -> in.message(fields -> trait(fields, traits));
                case 6 -> in.message(fields -> consent(fields, consents));
                case 7 -> in.message(fields -> StandingPacking.unpack(fields, standings));
                case 8 -> firstSeen = in.instant();
                case 9 -> lastSeen = in.instant();
                case 10 -> events = in.number();
                case 11 -> clock = in.instant();
                case 12 -> in.message(fields -> tag(fields, tags));
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

    private static List<Map.Entry<Named, Identity>> identities(Customer customer) {
        List<Map.Entry<Named, Identity>> all = new ArrayList<>();
        customer.identities().each((name, said) -> all.add(Map.entry(name, said)));
        return all;
    }

    private static void identity(Packer out, Map.Entry<Named, Identity> each) {
        Identity said = each.getValue();
        out.text(1, each.getKey().kind())
                .text(2, each.getKey().value())
                .instant(3, said.lastAt())
                .instant(4, said.firstAt())
                .text(5, said.evidence())
                .text(6, said.source());
    }

    /** An earlier release noted no more than when it was said last. */
    private static boolean identity(
            Unpacker in, Map<String, SortedMap<String, Identity>> identities) {
        String kind = "";
        String value = "";
        Instant at = Instant.EPOCH;
        @Nullable Instant first = null;
        @Nullable String evidence = null;
        @Nullable String source = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> kind = in.text();
                case 2 -> value = in.text();
                case 3 -> at = in.instant();
                case 4 -> first = in.instant();
                case 5 -> evidence = in.text();
                case 6 -> source = in.text();
                default -> in.keep();
            }
        }
        identities
                .computeIfAbsent(kind, _ -> new TreeMap<>())
                .put(value, new Identity(first == null ? at : first, at, evidence, source));
        return true;
    }

    static void trait(Packer out, Map.Entry<String, Stamped<Object>> said) {
        out.text(1, said.getKey())
                .value(2, said.getValue().value())
                .instant(3, said.getValue().at())
                .text(4, said.getValue().by());
    }

    static boolean trait(Unpacker in, Map<String, Stamped<Object>> traits) {
        String name = "";
        @Nullable Object value = null;
        Instant at = Instant.EPOCH;
        @Nullable String by = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> name = in.text();
                case 2 -> value = in.value();
                case 3 -> at = in.instant();
                case 4 -> by = in.text();
                default -> in.keep();
            }
        }
        traits.put(name, new Stamped<>(value, at, by));
        return true;
    }

    private static void consent(Packer out, Map.Entry<String, Consent> said) {
        out.text(1, said.getKey())
                .bool(2, said.getValue().granted())
                .instant(3, said.getValue().at());
    }

    private static boolean consent(Unpacker in, Map<String, Consent> consents) {
        String channel = "";
        boolean granted = false;
        Instant at = Instant.EPOCH;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> channel = in.text();
                case 2 -> granted = in.bool();
                case 3 -> at = in.instant();
                default -> in.keep();
            }
        }
        consents.put(channel, new Consent(granted, at));
        return true;
    }

    private static void tag(Packer out, Map.Entry<String, Tag> entry) {
        Tag tag = entry.getValue();
        out.text(1, entry.getKey())
                .bool(2, tag.on())
                .instant(3, tag.at())
                .text(4, tag.by())
                .instant(5, tag.until());
    }

    private static boolean tag(Unpacker in, Map<String, Tag> tags) {
        String name = "";
        boolean on = false;
        Instant at = Instant.EPOCH;
        String by = "";
        @Nullable Instant until = null;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> name = in.text();
                case 2 -> on = in.bool();
                case 3 -> at = in.instant();
                case 4 -> by = in.text();
                case 5 -> until = in.instant();
                default -> in.keep();
            }
        }
        tags.put(name, new Tag(on, at, by, until));
        return true;
    }
}
