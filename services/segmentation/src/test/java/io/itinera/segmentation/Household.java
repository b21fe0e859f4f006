package io.itinera.segmentation;

import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.segmentation.domain.identity.IdentityHash;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.identity.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * Ann, who has two user ids, Bob and Eve, with devices of their own, a kiosk that Ann and Bob use
 * without always saying who they are, and an office's address; and Cat, who says an address, and
 * never a user id. Everything that is Ann's or Cat's alone has {@link #MARK} in it.
 */
final class Household {
    static final String MARK = "quz";
    static final String ANN = "ann-" + MARK;
    static final String ANN_TOO = "too-" + MARK;
    static final String BOB = "bob";
    static final String EVE = "eve";
    static final String CAT = "cat-" + MARK;
    static final String KIOSK = "kiosk";
    static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    enum Place {
        PHONE,
        PAD,
        KIOSK,
        SERVER
    }

    enum Address {
        NONE,
        OWN,
        OFFICE
    }

    /**
     * Something that one of them does.
     *
     * @param who who
     * @param place where
     * @param named whether they say their user id, as everyone must on a server
     * @param aliased whether they say that the pad is theirs too
     * @param address the address that they say if they say who they are
     * @param late by how many times some seconds it happened before it is told
     */
    record Act(String who, Place place, boolean named, boolean aliased, Address address, int late) {
        boolean isNamed() {
            return named || place == Place.SERVER || isAlias();
        }

        private boolean isCats() {
            return who.equals(CAT);
        }

        /** On the kiosk, by whoever has it. */
        boolean isNobodys() {
            return place == Place.KIOSK && !isNamed();
        }

        boolean isAlias() {
            return aliased && place == Place.PHONE;
        }

        @Nullable String device() {
            return switch (place) {
                case PHONE -> "phone-of-" + who;
                case PAD -> "pad-of-" + who;
                case KIOSK -> KIOSK;
                case SERVER -> null;
            };
        }

        private Map<String, String> names() {
            return switch (address) {
                case NONE -> Map.of();
                case OWN -> Map.of("email", who + "@home.example");
                case OFFICE -> Map.of("email", "all@office.example");
            };
        }

        Event event(int number) {
            Instant at = START.plusSeconds(10L * number);
            return new Event(
                    "e" + number,
                    "w",
                    isAlias() ? EventType.alias : EventType.identify,
                    isAlias() ? "$alias" : "$identify",
                    device(),
                    isNamed() ? who : null,
                    isAlias() ? "pad-of-" + who : null,
                    null,
                    isNamed() || isCats() ? names() : Map.of(),
                    isNamed() ? Map.of("by", who) : Map.of(),
                    isNamed() ? Map.of("is", who, "n", number) : Map.of(),
                    Map.of(),
                    at.minusMillis(late * 7_001L),
                    at,
                    "s",
                    false,
                    Map.of());
        }
    }

    private final List<Event> events = new ArrayList<>();
    private int number;

    /** They do so. */
    List<Event> live(List<Act> acts) {
        List<Event> lived = acts.stream().map(act -> act.event(++number)).toList();
        events.addAll(lived);
        return lived;
    }

    /** What Cat does, once for each of these. */
    static List<Act> visits(List<Address> addresses) {
        return addresses.stream()
                .map(it -> new Act(CAT, Place.PHONE, false, false, it, 0))
                .toList();
    }

    /** Whoever has a device says so at least once. */
    List<Event> logIn() {
        List<Act> logins = new ArrayList<>();
        for (String who : List.of(ANN, ANN_TOO, BOB, EVE)) {
            for (Place place : List.of(Place.PHONE, Place.PAD)) {
                logins.add(new Act(who, place, true, false, Address.NONE, 0));
            }
        }
        return live(logins);
    }

    /** The next moment. */
    Instant now() {
        return START.plusSeconds(10L * ++number);
    }

    /** Those of what was told that are not Ann's: what a kiosk did belongs to whom it had then. */
    List<Event> others(List<Event> told) {
        List<Event> others = new ArrayList<>();
        List<Event> nobodys = new ArrayList<>();
        String owner = null;
        for (Event event : told) {
            if (!KIOSK.equals(event.anonymousId())) {
                others.add(event);
                continue;
            }
            if (event.userId() != null) {
                owner = event.userId();
                keep(nobodys, owner, others);
            }
            nobodys.add(event);
            if (owner != null) {
                keep(nobodys, owner, others);
            }
        }
        others.addAll(nobodys);
        others.removeIf(event -> event.toString().contains(MARK));
        return inOrder(others);
    }

    private static void keep(List<Event> nobodys, String owner, List<Event> others) {
        if (!owner.contains(MARK)) {
            others.addAll(nobodys);
        }
        nobodys.clear();
    }

    private List<Event> inOrder(List<Event> some) {
        return events.stream().filter(some::contains).toList();
    }

    static String hash(String kind, String value) {
        return IdentityHash.of("w", new Named(kind, value));
    }

    /** The hashes of the names that an event says. */
    static Set<String> hashes(Event event) {
        return Names.of(event).stream()
                .map(name -> IdentityHash.of("w", name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same of several. */
    static Set<String> hashes(List<Event> some) {
        Set<String> hashes = new TreeSet<>();
        some.forEach(event -> hashes.addAll(hashes(event)));
        return hashes;
    }

    static Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.of(ANN, ANN_TOO, BOB, EVE),
                        Arbitraries.of(Place.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false, false),
                        Arbitraries.of(Address.class),
                        Arbitraries.integers().between(0, 40))
                .as(Act::new)
                .filter(act -> !act.who().equals(EVE) || act.place() != Place.KIOSK)
                .list()
                .ofMaxSize(14);
    }
}
