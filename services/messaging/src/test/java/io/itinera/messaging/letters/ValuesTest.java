package io.itinera.messaging.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.messages.Trigger;
import io.itinera.contracts.settings.Workspace;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    private static final Profile MIRA =
            new Profile(
                    Map.of("user", "u1", "email", "mira@example.com"),
                    Map.of("name", "Mira", "id", "a trait", "email", "old@example.com"),
                    List.of(),
                    Map.of());
    private static final Trigger ADDED =
            new Trigger(
                    "e1",
                    "Product Added",
                    Map.of("name", "Teapot", "cart_id", "c1"),
                    Instant.parse("2026-11-21T09:00:00Z"));

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "{{ customer.name }} => Mira",
                "{{ customer.id }} => c-1",
                "{{ customer.email }} => mira@example.com",
                "{{ trigger.cart_id }} => c1",
                "{{ trigger.name }} => Teapot",
                "{{ event.name }} => Product Added",
                "{{ event.occurred_at }} => 2026-11-21T09:00:00Z",
                "{{ cart[0].name }} => Cup",
                "{{ workspace.name }} => The Shop",
                "{{ workspace.locale }} => en",
                "{{ unsubscribe_url }} => https://mail.example/out"
            })
    void templateSeesEachThingUnderItsName(String source, String shown) throws LiquidFlaw {
        assertEquals(shown, rendered(source, "c-1", MIRA));
    }

    @Test
    void traitsAreNoIdOfSomeoneMadeUp() throws LiquidFlaw {
        assertEquals("[]", rendered("[{{ customer.id }}]", null, MIRA));
    }

    @Test
    void collectionTakesNoNameOfOurs() throws LiquidFlaw {
        assertEquals("Mira", rendered("{{ customer.name }}", "c-1", MIRA, "customer"));
    }

    private static String rendered(String source, @Nullable String id, Profile profile)
            throws LiquidFlaw {
        return rendered(source, id, profile, "cart");
    }

    private static String rendered(
            String source, @Nullable String id, Profile profile, String collection)
            throws LiquidFlaw {
        Workspace workspace =
                new Workspace("w", "The Shop", ZoneOffset.UTC, "en", "s@shop.example", Map.of());
        return new Liquid(Escaping.NONE)
                .compile(source)
                .render(
                        Values.of(
                                id,
                                profile,
                                ADDED,
                                Map.of(collection, List.of(Map.of("name", "Cup"))),
                                workspace,
                                "https://mail.example/out"));
    }
}
