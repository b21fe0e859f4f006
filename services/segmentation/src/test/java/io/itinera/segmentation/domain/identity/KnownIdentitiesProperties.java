package io.itinera.segmentation.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class KnownIdentitiesProperties {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    /** A name that was said. */
    record Said(String kind, String value, int second, String evidence) {
        KnownIdentities addedTo(KnownIdentities known) {
            return known.with(
                    new Named(kind, value),
                    Identity.said(START.plusSeconds(second), evidence, "s"));
        }
    }

    @Property(tries = 500)
    void whatIsKnownDoesNotDependOnTheOrderInWhichItIsTold(
            @ForAll("said") List<Said> said, @ForAll Random random) {
        List<Said> shuffled = new ArrayList<>(said);
        Collections.shuffle(shuffled, random);
        assertEquals(known(said), known(shuffled));
    }

    @Property(tries = 500)
    void twoWhoAreOneKnowWhatEitherWasToldOnce(@ForAll("said") List<Said> said, @ForAll int cut) {
        int middle = said.isEmpty() ? 0 : Math.floorMod(cut, said.size());
        KnownIdentities both =
                known(said.subList(0, middle)).with(known(said.subList(middle, said.size())));
        assertEquals(known(said), both);
    }

    @Property(tries = 500)
    void beingToldAgainTeachesNothing(@ForAll("said") List<Said> said) {
        KnownIdentities known = known(said);
        assertEquals(known, known.with(known));
    }

    @Example
    void theHundredAndFirstNameOfAKindTakesThePlaceOfTheOneNotSaidForLongest() {
        List<Said> said = new ArrayList<>();
        for (int i = 0; i <= KnownIdentities.MAX_OF_ONE_KIND; i++) {
            said.add(new Said("anonymous", "d" + i, i, "e" + i));
        }
        KnownIdentities most = known(said.subList(0, KnownIdentities.MAX_OF_ONE_KIND));
        KnownIdentities more = known(said);
        assertEquals(
                List.of(true, 0L, false, 1L, KnownIdentities.MAX_OF_ONE_KIND),
                List.of(
                        most.has(new Named("anonymous", "d0")),
                        most.dropped(),
                        more.has(new Named("anonymous", "d0")),
                        more.dropped(),
                        more.of("anonymous").size()));
    }

    @Example
    void oneKindMoreThanMayBeIsNotTaken() {
        KnownIdentities known = KnownIdentities.NONE;
        for (int i = 0; i <= KnownIdentities.MAX_KINDS; i++) {
            known = new Said("kind" + i, "x", i, "e").addedTo(known);
        }
        assertEquals(KnownIdentities.MAX_KINDS, known.byKind().size());
    }

    @Example
    void newestIsWhatWasSaidLastNotWhatWasToldLast() {
        KnownIdentities known =
                known(
                        List.of(
                                new Said("email", "new@shop.example", 9, "e2"),
                                new Said("email", "old@shop.example", 1, "e1")));
        assertEquals("new@shop.example", known.newest().get("email"));
    }

    private static KnownIdentities known(List<Said> said) {
        KnownIdentities known = KnownIdentities.NONE;
        for (Said one : said) {
            known = one.addedTo(known);
        }
        return known;
    }

    @Provide
    Arbitrary<List<Said>> said() {
        return Combinators.combine(
                        Arbitraries.of("user", "email"),
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of("e1", "e2", "e3"))
                .as(Said::new)
                .list()
                .ofMaxSize(20);
    }
}
