package io.itinera.segmentation.store;

import io.itinera.contracts.activity.ActivityCause;
import io.itinera.contracts.activity.Consent;
import io.itinera.contracts.outcomes.WayOut;
import io.itinera.segmentation.domain.attributes.Attained;
import io.itinera.segmentation.domain.attributes.Memory;
import io.itinera.segmentation.domain.customer.Belonging;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Progress;
import io.itinera.segmentation.domain.customer.Run;
import io.itinera.segmentation.domain.customer.Stamped;
import io.itinera.segmentation.domain.customer.Standing;
import io.itinera.segmentation.domain.customer.Tag;
import io.itinera.segmentation.domain.identity.Identity;
import io.itinera.segmentation.domain.identity.KnownIdentities;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Values with everything that is packed. */
final class Examples {
    static final Instant AT = Instant.parse("2026-03-01T09:00:00.123Z");

    static final UUID ONE = new UUID(1, 2);

    static final UUID TWO = new UUID(3, 4);

    static final KnownIdentities NAMES =
            new KnownIdentities(
                    new TreeMap<>(
                            Map.of(
                                    "user",
                                    new TreeMap<>(
                                            Map.of(
                                                    "u",
                                                    new Identity(AT, AT.plusMillis(5), "e1", "s"),
                                                    "v",
                                                    Identity.said(AT, "e2", "s"))))),
                    7);

    static SortedMap<UUID, Progress> journeys() {
        Run over = new Run(2, AT, AT.plusSeconds(5), WayOut.exited, "exit:ordered");
        Run live = new Run(3, AT, null, null, null);
        SortedMap<UUID, Run> runs = new TreeMap<>(Map.of(ONE, over, TWO, live));
        return new TreeMap<>(Map.of(TWO, new Progress(runs, 4, AT)));
    }

    static final SortedMap<String, Stamped<Object>> TRAITS =
            new TreeMap<>(
                    Map.of(
                            "plan", new Stamped<Object>("pro", AT, "crm"),
                            "gone", new Stamped<Object>(null, AT)));

    static Customer customer() {
        return new Customer(
                "w",
                ONE,
                NAMES,
                new TreeMap<>(
                        Map.of(
                                "plan", new Stamped<Object>("gold", AT, "crm"),
                                "gone", new Stamped<Object>(null, AT))),
                new TreeMap<>(Map.of("email", new Consent(true, AT))),
                new TreeMap<>(
                        Map.of(
                                "vip", new Tag(true, AT, "aiko", AT),
                                "lost", new Tag(false, AT, "journey/1", null))),
                new TreeMap<>(
                        Map.of(
                                "a1",
                                new Attained(
                                        3,
                                        Map.of("orders", 2, "share", 0.5),
                                        AT,
                                        AT,
                                        new Memory.Nothing()),
                                "a2",
                                new Attained(
                                        1,
                                        Map.of("stage", "customer"),
                                        AT,
                                        null,
                                        new Memory.Stage("customer", AT)),
                                "a3",
                                new Attained(
                                        1,
                                        Map.of("health", 70),
                                        AT,
                                        null,
                                        new Memory.Score(65, "low", Map.of("usage", 70.5))))),
                journeys(),
                new TreeMap<>(
                        Map.of(
                                "acme",
                                        new Belonging(
                                                AT, AT.plusMillis(5), AT.plusMillis(7), "crm"),
                                "blue", new Belonging(AT, AT, null, null))),
                new TreeMap<>(Map.of("s1", new Standing(2, true, AT, ActivityCause.time, AT))),
                AT,
                null,
                7,
                AT);
    }

    private Examples() {}
}
