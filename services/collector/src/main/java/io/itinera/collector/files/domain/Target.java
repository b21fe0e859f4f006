package io.itinera.collector.files.domain;

import io.itinera.collector.domain.Section;
import io.itinera.collector.domain.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A place in an event.
 *
 * @param path the names that lead there, the outermost first
 */
public record Target(List<String> path) {
    private static final int MAX_DEPTH = 6;
    private static final Set<String> TEXTS =
            Stream.of(Text.values())
                    .filter(text -> text != Text.WRITE_KEY && text != Text.SENT_AT)
                    .map(Text::segmentName)
                    .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> OBJECTS =
            Stream.of(Section.values())
                    .map(Section::segmentName)
                    .collect(Collectors.toUnmodifiableSet());

    public Target {
        path = List.copyOf(path);
    }

    /**
     * The place that a text names, such as {@code userId} or {@code traits.address.city}.
     *
     * @throws IllegalArgumentException when an event has no such place
     */
    static Target of(String text) {
        List<String> path = List.of(text.split("\\.", -1));
        boolean isText = path.size() == 1 && TEXTS.contains(text);
        boolean isInside =
                path.size() > 1
                        && path.size() <= MAX_DEPTH
                        && OBJECTS.contains(path.getFirst())
                        && !path.contains("");
        if (!isText && !isInside) {
            throw new IllegalArgumentException("an event has no place named " + text);
        }
        return new Target(path);
    }

    /** The places that this one is inside of. */
    List<String> around() {
        List<String> around = new ArrayList<>();
        for (int depth = 1; depth < path.size(); depth++) {
            around.add(String.join(".", path.subList(0, depth)));
        }
        return around;
    }
}
