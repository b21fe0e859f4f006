package io.itinera.messaging.domain.delivery;

import io.itinera.contracts.Cause;
import io.itinera.contracts.Channel;
import io.itinera.contracts.activity.Consent;
import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.definitions.TemplateDefinition;
import io.itinera.contracts.messages.CallBack;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.messages.Trigger;
import io.itinera.contracts.settings.Workspace;
import io.itinera.messaging.letters.LetterWriter;
import io.itinera.messaging.letters.Links;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One customer, one cart and one template, for tests that change one thing about them. */
public final class Examples {
    public static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    public static final UUID KEY = UUID.fromString("5a6b7c8d-0000-5000-8000-000000000001");
    public static final UUID TEMPLATE = UUID.fromString("5a6b7c8d-0000-7000-8000-0000000000aa");
    public static final Links LINKS =
            new Links("https://mail.example", "a secret of more than thirty-two bytes");
    public static final RetryPolicy RETRIES =
            new RetryPolicy(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(30),
                    Duration.ofDays(3),
                    Duration.ofSeconds(30));
    public static final Workspace WORKSPACE =
            new Workspace(
                    "shop",
                    "The Shop",
                    ZoneOffset.UTC,
                    "en",
                    "Shop <hello@shop.example>",
                    Map.of());

    private static final UUID CUSTOMER = UUID.fromString("5a6b7c8d-0000-5000-8000-0000000000c1");
    private static final Cause CAUSE =
            new Cause(new UUID(7, 1), 3, new UUID(7, 2), "remind", 2, null);

    private Examples() {}

    public static DeliveryStep step() {
        return new DeliveryStep(RETRIES, new LetterWriter(LINKS));
    }

    public static Send send(Profile profile) {
        return new Send(
                KEY,
                "shop",
                CUSTOMER,
                CUSTOMER,
                CAUSE,
                Channel.EMAIL,
                TEMPLATE,
                new Trigger("e1", "Product Added", Map.of("cart_id", "c1"), NOW),
                Map.of("cart", List.of(Map.of("product_id", "p1", "name", "Teapot <blue>"))),
                profile,
                NOW,
                0,
                Map.of());
    }

    public static Profile profile(@Nullable Consent consent) {
        return new Profile(
                Map.of("user", "u1", "email", "mira@example.com"),
                Map.of("firstName", "Mira"),
                List.of(),
                consent == null ? Map.of() : Map.of("email", consent));
    }

    public static Send wanted() {
        return send(profile(new Consent(true, NOW.minusSeconds(60))));
    }

    public static CallBack callBack() {
        return new CallBack(KEY, "shop", CUSTOMER, CUSTOMER, CAUSE, "excluded:ordered", NOW);
    }

    public static TemplateDefinition template(String html) {
        return new TemplateDefinition(
                TEMPLATE,
                1,
                "shop",
                "Cart",
                Channel.EMAIL,
                "{{ customer.firstName | default: 'You' }}, you left something",
                html,
                "{% for item in cart %}{{ item.name }}{% endfor %}",
                NOW,
                Map.of());
    }

    public static Circumstances open() {
        return new Circumstances(
                WORKSPACE,
                null,
                null,
                template("<p>{% for item in cart %}{{ item.name }}{% endfor %}</p>"),
                Map.of());
    }

    public static Delivery waiting() {
        return step().begin(new Input.Requested(wanted(), null), NOW).delivery();
    }

    public static Delivery sending() {
        return step().step(waiting(), new Input.Due(open()), NOW).delivery();
    }

    public static Delivery sent() {
        return step().step(sending(), new Input.Accepted(), NOW).delivery();
    }
}
