package io.itinera.gateway.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RightProperties {
    @Property
    void higherRoleMayAllThatLowerMay(
            @ForAll("methods") String method, @ForAll("paths") List<String> path) {
        Right needed = Right.neededFor(method, path);

        assertTrue(!Role.VIEWER.may(needed) || Role.AUTHOR.may(needed));
        assertTrue(Role.OWNER.may(needed));
    }

    @Property
    void authorNeverChangesWhoGetsIn(
            @ForAll("changes") String method,
            @ForAll("ownRooms") String room,
            @ForAll("paths") List<String> rest) {
        List<String> path = new ArrayList<>(List.of(room));
        path.addAll(rest);

        assertEquals(Right.OWN, Right.neededFor(method, path));
    }

    @Property
    void viewerNeverPutsOrDeletes(
            @ForAll("overwrites") String method, @ForAll("paths") List<String> path) {
        assertTrue(!Role.VIEWER.may(Right.neededFor(method, path)));
    }

    @Provide
    Arbitrary<String> methods() {
        return Arbitraries.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
    }

    @Provide
    Arbitrary<String> changes() {
        return Arbitraries.of("POST", "PUT", "PATCH", "DELETE");
    }

    @Provide
    Arbitrary<String> overwrites() {
        return Arbitraries.of("PUT", "PATCH", "DELETE");
    }

    @Provide
    Arbitrary<String> ownRooms() {
        return Arbitraries.of("members", "sources", "identities", "erasures");
    }

    @Provide
    Arbitrary<List<String>> paths() {
        return Arbitraries.of(
                        "insights",
                        "funnel",
                        "templates",
                        "preview",
                        "conditions",
                        "describe",
                        "members",
                        "journeys")
                .list()
                .ofMaxSize(4);
    }
}
