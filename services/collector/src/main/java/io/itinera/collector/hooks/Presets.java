package io.itinera.collector.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.itinera.collector.hooks.Preset.Example;
import io.itinera.collector.hooks.signatures.HubSpotScheme;
import io.itinera.collector.hooks.signatures.RuledScheme;
import io.itinera.collector.hooks.signatures.Scheme;
import io.itinera.collector.hooks.signatures.SendGridScheme;
import io.itinera.collector.hooks.signatures.StripeScheme;
import io.itinera.collector.hooks.signatures.TwilioScheme;
import io.itinera.contracts.settings.SignatureRule;
import io.itinera.kit.json.Json;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The presets, each a folder of resources: what it is, its mapping, its examples. */
final class Presets {
    private static final List<String> KEYS =
            List.of(
                    "stripe",
                    "shopify",
                    "hubspot",
                    "zendesk",
                    "sendgrid",
                    "twilio",
                    "line",
                    Preset.RULED,
                    Preset.UNSIGNED);

    private final Map<String, Preset> byKey = new LinkedHashMap<>();

    /** Reads them all. */
    Presets() {
        KEYS.forEach(key -> byKey.put(key, read(key)));
    }

    /** In the order in which people look for them. */
    List<Preset> all() {
        return List.copyOf(byKey.values());
    }

    Optional<Preset> of(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /**
     * What a preset's folder says.
     *
     * @param signs in whose way, when no rule describes it
     * @param rule how it signs
     */
    @RegisterForReflection
    record About(
            String name,
            @Nullable String signs,
            @Nullable SignatureRule rule,
            Preset.Secret secret,
            List<String> examples) {

        @Nullable Scheme scheme() {
            if (rule != null) {
                return new RuledScheme(rule);
            }
            return switch (signs) {
                case "stripe" -> new StripeScheme();
                case "hubspot" -> new HubSpotScheme();
                case "sendgrid" -> new SendGridScheme();
                case "twilio" -> new TwilioScheme();
                case null, default -> null;
            };
        }
    }

    private static Preset read(String key) {
        try {
            About about = Json.mapper().readValue(text(key, "about.json"), About.class);
            return new Preset(
                    key,
                    about.name(),
                    about.scheme(),
                    about.secret(),
                    text(key, "mapping.jsonata"),
                    about.examples().stream().map(name -> example(key, name)).toList());
        } catch (IOException wrong) {
            throw new UncheckedIOException("the preset " + key + " cannot be read", wrong);
        }
    }

    /** Headers, an empty line, the body, and a line's end that is not the body's. */
    private static Example example(String key, String name) {
        String whole = text(key, name + ".http");
        int blank = whole.indexOf("\n\n");
        Map<String, String> headers = new LinkedHashMap<>();
        whole.substring(0, blank)
                .lines()
                .forEach(
                        line -> {
                            int colon = line.indexOf(": ");
                            headers.put(line.substring(0, colon), line.substring(colon + 2));
                        });
        return new Example(name, headers, whole.substring(blank + 2, whole.length() - 1));
    }

    private static String text(String key, String file) {
        String path = "/hooks/" + key + "/" + file;
        try (InputStream in =
                Objects.requireNonNull(Presets.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException("our own resources can be read", impossible);
        }
    }
}
