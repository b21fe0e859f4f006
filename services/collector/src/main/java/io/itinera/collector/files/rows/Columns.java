package io.itinera.collector.files.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.itinera.kit.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of a file, by the names that its first row gives them. */
final class Columns {
    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();

    Columns(List<String> names) {
        this.names = names;
        for (int place = 0; place < names.size(); place++) {
            places.put(names.get(place), place);
        }
    }

    List<String> names() {
        return names;
    }

    /** The first name that two columns have. */
    Optional<String> twice() {
        return names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .findFirst();
    }

    boolean has(String name) {
        return places.containsKey(name);
    }

    /** A row's text in the column of this name; null when there is no such column. */
    @Nullable String text(List<String> row, String name) {
        Integer place = places.get(name);
        return place == null ? null : row.get(place);
    }

    /** A row as JSON, just as the file has it. */
    ObjectNode asTold(List<String> row) {
        ObjectNode told = Json.mapper().createObjectNode();
        for (int place = 0; place < names.size(); place++) {
            told.put(names.get(place), row.get(place));
        }
        return told;
    }
}
