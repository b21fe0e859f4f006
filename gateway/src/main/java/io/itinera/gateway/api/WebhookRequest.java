package io.itinera.gateway.api;

import io.itinera.contracts.settings.SignatureRule;
import io.itinera.gateway.domain.WebhookWish;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a source takes webhooks, as it is sent.
 *
 * @param preset whose signature is checked
 * @param secret what it is checked with, never answered again; absent keeps the one that is known
 * @param rule how it is checked, with the preset {@code hmac} and no other
 * @param mapping the JSONata expression that makes events of a body; absent for the preset's own
 */
record WebhookRequest(
        String preset,
        @Nullable String secret,
        @Nullable SignatureRule rule,
        @Nullable String mapping) {
    private static final Set<String> PRESETS =
            Set.of(
                    "stripe",
                    "shopify",
                    "hubspot",
                    "zendesk",
                    "sendgrid",
                    "twilio",
                    "line",
                    WebhookWish.RULED,
                    WebhookWish.UNSIGNED);
    private static final int SECRET_LENGTH = 500;
    private static final int MAPPING_LENGTH = 16 * 1024;
    private static final int RULE_TEXT_LENGTH = 200;
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");

    void check(Shape shape) {
        shape.require(
                PRESETS.contains(preset),
                "/webhook/preset",
                "is one of " + PRESETS.stream().sorted().toList());
        shape.require(
                secret == null || (!secret.isBlank() && secret.length() <= SECRET_LENGTH),
                "/webhook/secret",
                "has between 1 and " + SECRET_LENGTH + " characters");
        shape.require(
                mapping == null || mapping.length() <= MAPPING_LENGTH,
                "/webhook/mapping",
                "has at most " + MAPPING_LENGTH + " characters");
        shape.require(
                preset.equals(WebhookWish.RULED) == (rule != null),
                "/webhook/rule",
                "stands with the preset hmac and with no other");
        if (rule != null) {
            check(shape, rule);
        }
    }

    private static void check(Shape shape, SignatureRule rule) {
        shape.require(
                HEADER.matcher(rule.header()).matches(),
                "/webhook/rule/header",
                "is the name of a header");
        shape.require(
                rule.timestampHeader() == null || HEADER.matcher(rule.timestampHeader()).matches(),
                "/webhook/rule/timestampHeader",
                "is the name of a header");
        shape.require(
                rule.prefix() == null || rule.prefix().length() <= RULE_TEXT_LENGTH,
                "/webhook/rule/prefix",
                "has at most " + RULE_TEXT_LENGTH + " characters");
        shape.require(
                rule.signed().contains("{body}") && rule.signed().length() <= RULE_TEXT_LENGTH,
                "/webhook/rule/signed",
                "contains {body} and has at most " + RULE_TEXT_LENGTH + " characters");
        shape.require(
                rule.signed().contains("{timestamp}") == (rule.timestampHeader() != null),
                "/webhook/rule/signed",
                "contains {timestamp} when there is a timestamp header, and only then");
    }

    WebhookWish wish() {
        return new WebhookWish(preset, secret, rule, mapping == null ? "" : mapping);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "WebhookRequest[" + preset + "]";
    }
}
