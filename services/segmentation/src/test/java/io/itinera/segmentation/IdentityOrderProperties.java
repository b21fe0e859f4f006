package io.itinera.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.definitions.IdentityRules;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.segmentation.domain.customer.Resident;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * People with devices, addresses and a server that speaks of them. Whatever partition is behind,
 * they are the same people in the end, with the same pasts.
 */
final class IdentityOrderProperties {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final List<String> USERS = List.of("ann", "bob");

    /**
     * Something that is told.
     *
     * @param device on which device; empty for the server
     * @param user whose user id is said; empty for none
     * @param address whether an address is said: the user's own, or else the device's
     */
    record Said(String device, String user, boolean address) {
        Event event(int number) {
            Instant at = START.plusSeconds(number + 1);
            String whose = user.isEmpty() ? "ann" : user;
            boolean named = address || (device.isEmpty() && user.isEmpty());
            boolean theirs = named && (device.isEmpty() || !user.isEmpty());
            return new Event(
                    "e" + number,
                    "w",
                    EventType.track,
                    "Did",
                    device.isEmpty() ? null : device,
                    user.isEmpty() ? null : user,
                    null,
                    null,
                    theirs ? Map.of("email", whose + "@shop.example") : Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    at,
                    at,
                    "s",
                    false,
                    Map.of());
        }

        String key() {
            if (!device.isEmpty()) {
                return device;
            }
            return user.isEmpty() ? "ann@shop.example" : user;
        }
    }

    @Property(tries = 300)
    void anyOrderThatKeepsEachDevicesOwnEndsInTheSamePeople(
            @ForAll("said") List<Said> said, @ForAll Random one, @ForAll Random another)
            throws InvalidCondition {
        assertEquals(people(said, one), people(said, another));
    }

    /** Who each name leads to in the end, and what those who are there have done. */
    private static Map<String, Object> people(List<Said> said, Random random)
            throws InvalidCondition {
        Partitions partitions = new Partitions(1, 1);
        partitions.publish(new IdentityRules("w", List.of("email"), START, "mira", Map.of()));
        for (int i = 0; i < said.size(); i++) {
            partitions.collect(Partitions.of(said.get(i).key()), said.get(i).event(i));
        }
        partitions.run(random);
        Map<String, Object> people = new TreeMap<>();
        for (String device : List.of("a", "b")) {
            put(people, partitions, device, Partitions.customer("anonymous", device));
        }
        for (String user : USERS) {
            put(people, partitions, user, Partitions.customer("user", user));
            UUID mail = Partitions.customer("email", user + "@shop.example");
            put(people, partitions, user + "@", mail);
        }
        return people;
    }

    private static void put(
            Map<String, Object> people, Partitions partitions, String name, UUID customer) {
        UUID now = customer;
        while (partitions.everybody().resident(now) instanceof Resident.Moved moved) {
            now = moved.into();
        }
        people.put(name, List.of(now, new TreeSet<>(partitions.everybody().timeline(now))));
    }

    @Provide
    Arbitrary<List<Said>> said() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", ""),
                        Arbitraries.of("ann", "bob", ""),
                        Arbitraries.of(true, false))
                .as(Said::new)
                .list()
                .ofMaxSize(20);
    }
}
