package io.itinera.collector.domain;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in every partition of a topic.
 *
 * @param offsets by partition
 */
public record Positions(Map<Integer, Long> offsets) {
    private static final Pattern FORM =
            Pattern.compile("\\d{1,5}\\.\\d{1,18}(-\\d{1,5}\\.\\d{1,18}){0,999}");

    public Positions {
        offsets = Map.copyOf(offsets);
    }

    /** What {@link #toString} wrote; nothing when it is something else. */
    public static Optional<Positions> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        Map<Integer, Long> offsets = new TreeMap<>();
        for (String each : text.split("-", -1)) {
            int dot = each.indexOf('.');
            offsets.put(
                    Integer.valueOf(each.substring(0, dot)), Long.valueOf(each.substring(dot + 1)));
        }
        return Optional.of(new Positions(offsets));
    }

    /** As one word that a URL takes. */
    @Override
    public String toString() {
        return new TreeMap<>(offsets)
                .entrySet().stream()
                        .map(it -> it.getKey() + "." + it.getValue())
                        .collect(Collectors.joining("-"));
    }
}
