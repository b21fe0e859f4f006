package io.itinera.segmentation.domain.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is known of an account depends on what was said, and not on what came first. */
final class AccountProperties {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    record Saying(int second, String trait, Object value, String by) {
        Account to(Account account) {
            return account.told(Map.of(trait, value), START.plusSeconds(second), by);
        }
    }

    @Property(tries = 1_000)
    void anyOrderEndsInTheSameTraits(
            @ForAll("sayings") List<Saying> sayings, @ForAll Random random) {
        List<Saying> shuffled = new ArrayList<>(sayings);
        Collections.shuffle(shuffled, random);
        assertEquals(told(sayings).traits(), told(shuffled).traits());
    }

    @Property(tries = 500)
    void beingToldTwiceChangesNothing(@ForAll("sayings") List<Saying> sayings) {
        Account once = told(sayings);
        Account twice = once;
        for (Saying saying : sayings) {
            twice = saying.to(twice);
        }
        assertEquals(once, twice);
    }

    private static Account told(List<Saying> sayings) {
        Account account = Account.unknown("w", "acme");
        for (Saying saying : sayings) {
            account = saying.to(account);
        }
        return account;
    }

    @Provide
    Arbitrary<List<Saying>> sayings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of("plan", "seats", "address"),
                        Arbitraries.of(
                                "free",
                                "pro",
                                3,
                                7.5,
                                true,
                                List.of("a", "b"),
                                Map.of("city", "Oita", "zone", 1),
                                Map.of("city", "Oita", "zone", 2)),
                        Arbitraries.of("app", "crm"))
                .as(Saying::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }
}
