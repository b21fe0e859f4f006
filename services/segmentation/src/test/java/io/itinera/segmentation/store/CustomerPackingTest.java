package io.itinera.segmentation.store;

import static io.itinera.segmentation.store.Examples.AT;
import static io.itinera.segmentation.store.Examples.ONE;
import static io.itinera.segmentation.store.Examples.TWO;
import static io.itinera.segmentation.store.Examples.customer;
import static io.itinera.segmentation.store.Examples.journeys;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.ActivityCause;
import io.itinera.segmentation.domain.attributes.Attained;
import io.itinera.segmentation.domain.attributes.Memory;
import io.itinera.segmentation.domain.customer.Belonging;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.customer.Stamped;
import io.itinera.segmentation.domain.customer.Standing;
import io.itinera.segmentation.domain.customer.Standings;
import io.itinera.segmentation.domain.customer.Tag;
import io.itinera.segmentation.domain.identity.Identity;
import io.itinera.segmentation.domain.identity.KnownIdentities;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class CustomerPackingTest {
    /** Three standings, on the agenda a second earlier than anything changes. */
    private static final String PUT_OFF =
            "011201771a10000000000000000100000000000000023a223a10000000000000000300000000000000"
                    + "04100220f6fb818a956730b6a5898a95673a1f42100000000000000003000000000000"
                    + "00041002180220f6fb818a956748063a180a0273311004180220f6fb818a956730f6fb"
                    + "818a9567480458f6fb818a9567c002a6ec818a9567";

    /** The same, all standings in one field. */
    private static final String IN_ONE_FIELD =
            "011201771a1000000000000000010000000000000002500258f6fb818a95679a0236f6fb"
                    + "818a956709000000000000000300000000000000040200c0a90736000000000000000300"
                    + "0000000000000402002c027331040000c002a6ec818a9567";

    private static final String ENDED =
            "011201771a1000000000000000010000000000000002500258f6fb818a9567a0020eca"
                    + "02260100000000000000090000000000000001020000000000000003000000000000000400027331";

    @Test
    void customersAndTheNotesTheyLeaveComeBackWhole() {
        Resident moved = new Resident.Moved(TWO);
        assertEquals(
                List.of(customer(), moved),
                List.of(
                        CustomerPacking.resident(CustomerPacking.pack(customer())),
                        CustomerPacking.resident(CustomerPacking.pack(moved))));
    }

    /** Of each kind only the newest name was kept, and when it was said. */
    @Test
    void customersOfTheFirstVersionHaveTheNamesTheyHad() {
        Customer known =
                (Customer)
                        CustomerPacking.resident(
                                HexFormat.of()
                                        .parseHex(
                                                "011201771a1000000000000000010000000000000002"
                                                        + "22100a047573657212017518f6fb818a9567"
                                                        + "58f6fb818a9567"));
        assertEquals(
                new KnownIdentities(
                        new TreeMap<>(
                                Map.of(
                                        "user",
                                        new TreeMap<>(
                                                Map.of("u", new Identity(AT, AT, null, null))))),
                        0),
                known.identities());
    }

    /** As texts at first, then in a few bytes, then in one field; other names are texts still. */
    @Test
    void standingsOfEveryVersionAreStillRead() {
        Map<String, Standing> standings =
                Map.of(
                        "s1",
                        new Standing(2, true, AT, ActivityCause.time, AT),
                        TWO.toString(),
                        new Standing(1, false, AT, ActivityCause.event, AT.plusSeconds(60)),
                        "00000000000000030000000000000004",
                        new Standing(1, true, AT, ActivityCause.backfill, null));
        String texts =
                "011201771a10000000000000000100000000000000023a3d0a2430303030303030302d30303030"
                        + "2d303030332d303030302d303030303030303030303034100220f6fb818a95672a05"
                        + "6576656e7430b6a5898a95673a370a2030303030303030303030303030303033303030"
                        + "303030303030303030303030341002180220f6fb818a95672a086261636b66696c6c3a"
                        + "1c0a0273311004180220f6fb818a95672a0474696d6530f6fb818a956758f6fb818a95"
                        + "67";
        assertEquals(
                List.of(standings, standings, standings),
                List.of(standings(texts), standings(PUT_OFF), standings(IN_ONE_FIELD)));
    }

    @Test
    void standingsOfEveryCauseComeBack() {
        TreeMap<String, Standing> standings = new TreeMap<>();
        for (ActivityCause cause : ActivityCause.values()) {
            standings.put(cause.name(), new Standing(1, true, AT, cause, null));
        }
        Customer known = Customer.unknown("w", ONE).goingOn(standings, 1, AT);
        assertEquals(known, CustomerPacking.resident(CustomerPacking.pack(known)));
    }

    private static Map<String, Standing> standings(String hex) {
        return ((Customer) CustomerPacking.resident(HexFormat.of().parseHex(hex))).standings();
    }

    /** As the release stored it that first noted which settled standings have ended. */
    @Test
    void settledStandingsThatEndedAreStillNoted() {
        TreeMap<String, Standing> standings = new TreeMap<>();
        for (int i = 0; i < Settled.MOST_LATELY + 4; i++) {
            standings.put(
                    new UUID(9, i).toString(),
                    new Standing(1, true, AT, ActivityCause.event, null));
        }
        String hash = "00000000000000030000000000000004";
        standings.put(hash, new Standing(1, true, AT, ActivityCause.event, null));
        standings.put("s1", new Standing(1, true, AT, ActivityCause.event, null));
        Settled settled = new Settled(7, Standings.of(standings));
        SortedSet<String> ended = new TreeSet<>(List.of(new UUID(9, 1).toString(), hash, "s1"));
        standings.keySet().removeAll(ended);
        Customer left = Customer.unknown("w", ONE).goingOn(standings, 1, AT);
        byte[] packed = CustomerPacking.pack(new Residents.Stored(left, null), settled);
        assertEquals(ENDED, HexFormat.of().formatHex(packed));
        CustomerPacking.Row row = CustomerPacking.row(HexFormat.of().parseHex(ENDED));
        assertEquals(List.of(7L, ended), List.of(row.edition(), row.ended()));
    }

    @Test
    void whatThePlanIsStandsBesideTheCustomer() {
        Residents.Stored putOff = new Residents.Stored(customer(), AT.minusSeconds(1));
        assertEquals(
                List.of(
                        new CustomerPacking.Row(customer(), AT.minusSeconds(1), 0, new TreeSet<>()),
                        AT.minusSeconds(1)),
                List.of(
                        CustomerPacking.row(CustomerPacking.pack(putOff, Settled.NONE)),
                        CustomerPacking.row(HexFormat.of().parseHex(PUT_OFF)).planned()));
    }

    /** As the release stored them that first knew tags and attributes. */
    @Test
    void tagsAndAttributesAreStillRead() {
        Customer nobody = Customer.unknown("w", ONE);
        Customer stored =
                new Customer(
                        "w",
                        ONE,
                        nobody.identities(),
                        new TreeMap<>(Map.of("plan", new Stamped<Object>("gold", AT, "crm"))),
                        nobody.consents(),
                        new TreeMap<>(Map.of("vip", new Tag(true, AT, "aiko", AT))),
                        new TreeMap<>(
                                Map.of(
                                        "a1",
                                        new Attained(
                                                3,
                                                Map.of("orders", 2),
                                                AT,
                                                AT,
                                                new Memory.Nothing()),
                                        "a2",
                                        new Attained(
                                                1,
                                                Map.of("stage", "buyer"),
                                                AT,
                                                null,
                                                new Memory.Stage("buyer", AT)),
                                        "a3",
                                        new Attained(
                                                1,
                                                Map.of("health", 70),
                                                AT,
                                                null,
                                                new Memory.Score(
                                                        65, "low", Map.of("usage", 70.5))))),
                        nobody.journeys(),
                        nobody.accounts(),
                        nobody.standings(),
                        null,
                        null,
                        0,
                        AT);
        String bytes =
                "011201771a10000000000000000100000000000000022a1a0a04706c616e12060504676f6c6418f6"
                        + "fb818a9567220363726d58f6fb818a9567621b0a03766970100218f6fb818a95672204"
                        + "61696b6f28f6fb818a95676a210a02613110061a0b0701066f7264657273030420f6fb"
                        + "818a956728f6fb818a95676a2e0a02613210021a0f0701057374616765050562757965"
                        + "7220f6fb818a9567320e0a05627579657210f6fb818a95676a380a02613310021a0c07"
                        + "01066865616c7468038c0120f6fb818a95673a1b08820112036c6f771a110701057573"
                        + "616765044051a00000000000";
        assertEquals(stored, CustomerPacking.resident(HexFormat.of().parseHex(bytes)));
    }

    /** As the release stored them that first knew accounts. */
    @Test
    void accountsOfCustomersAreStillRead() {
        String bytes =
                "011201771a100000000000000001000000000000000258f6fb818a95679a"
                        + "01190a0461636d6510f6fb818a95671880fc818a9567220363726d";
        Customer stored = (Customer) CustomerPacking.resident(HexFormat.of().parseHex(bytes));
        assertEquals(
                Map.of("acme", new Belonging(AT, AT.plusMillis(5), null, "crm")),
                stored.accounts());
    }

    /** As the release stored them that first knew how customers stand with journeys. */
    @Test
    void progressInJourneysIsStillRead() {
        Customer nobody = Customer.unknown("w", ONE);
        Customer stored =
                new Customer(
                        "w",
                        ONE,
                        nobody.identities(),
                        nobody.traits(),
                        nobody.consents(),
                        nobody.tags(),
                        nobody.attained(),
                        journeys(),
                        nobody.accounts(),
                        nobody.standings(),
                        null,
                        null,
                        0,
                        AT);
        String bytes =
                "011201771a100000000000000001000000000000000258f6fb818a9567c201720a1000"
                        + "00000000000003000000000000000412380a1000000000000000010000000000000002"
                        + "100418f6fb818a95672086ca828a95672a06657869746564320c657869743a6f726465"
                        + "726564121b0a1000000000000000030000000000000004100618f6fb818a9567180820"
                        + "f6fb818a9567";
        assertEquals(stored, CustomerPacking.resident(HexFormat.of().parseHex(bytes)));
    }
}
