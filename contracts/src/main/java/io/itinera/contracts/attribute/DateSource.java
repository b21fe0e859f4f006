package io.itinera.contracts.attribute;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.util.List;

/** Which date a reminder goes by. */
@Wire
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = DateSource.Trait.class, name = "trait"),
    @JsonSubTypes.Type(value = DateSource.Slot.class, name = "slot")
})
public sealed interface DateSource {

    /** A trait that is a date. When it moves, so do the reminders. */
    record Trait(@JsonValue String name) implements DateSource {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Trait {}
    }

    /**
     * A moment that an event sets for something with an id, such as a visit. The latest event for
     * an id holds.
     *
     * @param event the event that sets or moves it
     * @param id its property that is the id
     * @param at its property that is the moment
     * @param endedBy events with the same id that end it: no reminder comes after them
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Slot(String event, String id, String at, List<String> endedBy) implements DateSource {
        public Slot {
            endedBy = Frozen.list(endedBy);
        }
    }
}
