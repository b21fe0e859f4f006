package io.itinera.journeys;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.journeys.domain.recipe.InvalidParameters;
import io.itinera.journeys.domain.recipe.Recipe;
import io.itinera.kit.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The plans of the tests: a recipe filled in, or a file. */
public final class TestPlans {
    private static final ObjectMapper YAML = Json.configure(new ObjectMapper(new YAMLFactory()));

    private TestPlans() {}

    /** The cart drop with this wait. */
    public static JourneyPlan cartDrop(String wait) {
        return filled(Map.of("wait", wait));
    }

    private static JourneyPlan filled(Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("template", "0197a000-0000-7000-8000-000000000001");
        try {
            return Recipe.ALL.getFirst().fill(all);
        } catch (InvalidParameters impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** A plan by the words of a scenario: {@code cart-drop PT30S}, or a file's name. */
    public static JourneyPlan named(String words) {
        String[] parts = words.strip().split(" ", -1);
        return parts[0].equals("cart-drop") ? cartDrop(parts[1]) : read(parts[0]);
    }

    private static JourneyPlan read(String name) {
        try (InputStream file = TestPlans.class.getResourceAsStream("/plans/" + name + ".yaml")) {
            return YAML.readValue(
                    Objects.requireNonNull(file, "no plan " + name), JourneyPlan.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
