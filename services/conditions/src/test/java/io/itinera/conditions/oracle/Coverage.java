package io.itinera.conditions.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts which of the schema's words the cases had in them, and what came of those. */
public final class Coverage {
    private final Map<String, Count> counts = new TreeMap<>();
    private final JsonNode definitions;

    /** Of the words of a schema's definitions. */
    public Coverage(JsonNode definitions) {
        this.definitions = definitions;
        for (String choice : Set.of("Condition", "Test", "Window")) {
            definitions
                    .at("/" + choice + "/properties")
                    .fieldNames()
                    .forEachRemaining(word -> counts.put(choice + " " + word, new Count()));
        }
        definitions.fieldNames().forEachRemaining(this::enumeration);
        for (String moment : Set.of("date", "ago", "ahead", "trigger")) {
            counts.put("Moment " + moment, new Count());
        }
        counts.put("Operand trigger", new Count());
    }

    private void enumeration(String definition) {
        definitions
                .path(definition)
                .path("enum")
                .forEach(word -> counts.put(definition + " " + word.textValue(), new Count()));
    }

    private static final class Count {
        private int cases;
        private int held;
        private int turned;
    }

    /** Counts one case. */
    public void note(JsonNode condition, boolean held, boolean turned) {
        Set<String> words = new TreeSet<>();
        condition(condition, words);
        for (String word : words) {
            Count count = counts.get(word);
            if (count == null) {
                throw new AssertionError("the schema does not know " + word);
            }
            count.cases++;
            count.held += held ? 1 : 0;
            count.turned += turned ? 1 : 0;
        }
    }

    /** The words that no case had, or that always or never held where they were met. */
    public Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        counts.forEach(
                (word, count) -> {
                    if (count.cases == 0 || count.held == 0 || count.held == count.cases) {
                        missing.add(word);
                    }
                });
        return missing;
    }

    /** A line for each word. */
    public String report() {
        StringBuilder lines = new StringBuilder("word: cases, held, turned by time later\n");
        counts.forEach(
                (word, count) ->
                        lines.append(
                                "%-34s %6d %6d %6d%n"
                                        .formatted(word, count.cases, count.held, count.turned)));
        return lines.toString();
    }

    private void condition(JsonNode condition, Set<String> words) {
        String kind = condition.fieldNames().next();
        words.add("Condition " + kind);
        JsonNode it = condition.get(kind);
        switch (kind) {
            case "all", "any" -> it.forEach(part -> condition(part, words));
            case "not" -> condition(it, words);
            default -> {
                member(it, "window", words, (window, all) -> choice("Window", window, all));
                member(it, "window", words, Coverage::anchor);
                member(it, "where", words, this::condition);
                member(it, "test", words, this::test);
                it.path("steps").forEach(step -> member(step, "where", words, this::condition));
                member(it, "of", words, word("Condition.Aggregate.Of"));
                member(it, "which", words, word("Condition.Occurrence.Which"));
                member(it, "outcome", words, word("MessageOutcome"));
                member(it, "state", words, word("Condition.Journey.State"));
            }
        }
    }

    private interface Noting {
        void note(JsonNode value, Set<String> words);
    }

    private static void member(JsonNode it, String name, Set<String> words, Noting noting) {
        if (it.has(name)) {
            noting.note(it.get(name), words);
        }
    }

    private static Noting word(String enumeration) {
        return (value, words) -> words.add(enumeration + " " + value.textValue());
    }

    private static void anchor(JsonNode window, Set<String> words) {
        if (window.has("since")) {
            words.add("Window.Anchor " + window.get("since").textValue());
        }
    }

    private static String choice(String choice, JsonNode value, Set<String> words) {
        String word = value.fieldNames().next();
        words.add(choice + " " + word);
        return word;
    }

    private void test(JsonNode test, Set<String> words) {
        String kind = choice("Test", test, words);
        JsonNode to = test.get(kind);
        if (kind.equals("before") || kind.equals("after")) {
            words.add("Moment " + (to.isTextual() ? "date" : to.fieldNames().next()));
        } else if (to.has("trigger")) {
            words.add("Operand trigger");
        }
    }
}
