package io.itinera.contracts.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.util.Map;

/**
 * Something that follows from an activity and has a name of its own, such as {@code stage.changed};
 * a journey may begin with it.
 *
 * @param id unique: the activity's id and the place in it
 * @param name what it is
 * @param properties the particulars
 * @param answers bound conditions that were asked about it, by their hash
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Derived(
        String id, String name, Map<String, Object> properties, Map<String, Boolean> answers) {
    public Derived {
        properties = Frozen.map(properties);
        answers = answers == null ? Map.of() : Map.copyOf(answers);
    }
}
