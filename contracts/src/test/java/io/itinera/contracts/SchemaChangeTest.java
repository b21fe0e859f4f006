package io.itinera.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class SchemaChangeTest {
    private static final Path RELEASED = Shelf.RELEASED.resolve("schemas");

    @TestFactory
    Stream<DynamicTest> noSchemaBreaksWhatWasReleased() {
        return Shelf.files(RELEASED, ".json").stream()
                .map(
                        file ->
                                DynamicTest.dynamicTest(
                                        file.getFileName().toString(),
                                        () ->
                                                assertEquals(
                                                        List.of(),
                                                        SchemaChange.breaks(
                                                                Shelf.json(file), now(file)))));
    }

    @Test
    void addingWhatNeedNotBeThereBreaksNothing() {
        assertEquals(
                List.of(),
                after(event -> properties(event).putObject("sentiment").put("type", "number")));
    }

    @Test
    void takingAMemberAwayBreaks() {
        assertEquals(
                List.of("/$defs/Event/properties/groupId is gone"),
                after(event -> properties(event).remove("groupId")));
    }

    @Test
    void requiringMoreBreaks() {
        assertEquals(1, after(event -> required(event).add("userId")).size());
    }

    @Test
    void requiringLessBreaksThoseWhoReadIt() {
        assertEquals(1, after(event -> required(event).remove(0)).size());
    }

    @Test
    void anotherTypeBreaks() {
        assertEquals(
                List.of("/$defs/Event/properties/name/type was [string] and is [object]"),
                after(event -> name(event).put("type", "object")));
    }

    @Test
    void aShorterTextBreaks() {
        assertEquals(
                List.of("/$defs/Event/properties/id/maxLength is narrower"),
                after(event -> ((ObjectNode) properties(event).path("id")).put("maxLength", 99)));
    }

    @Test
    void aLimitWhereNoneWasBreaks() {
        assertEquals(
                List.of("/$defs/Event/properties/name/maxLength is narrower"),
                after(event -> name(event).put("maxLength", 200)));
    }

    @Test
    void aLongerTextBreaksNothing() {
        assertEquals(
                List.of(),
                after(event -> ((ObjectNode) properties(event).path("id")).put("maxLength", 200)));
    }

    @Test
    void aPatternWhereNoneWasBreaks() {
        assertEquals(1, after(event -> name(event).put("pattern", "^[a-z]+$")).size());
    }

    @Test
    void aValueLessInAnEnumBreaks() {
        JsonNode changed = released().deepCopy();
        ((ArrayNode) changed.at("/$defs/EventType/enum")).remove(0);
        assertEquals(1, SchemaChange.breaks(released(), changed).size());
    }

    @Test
    void otherWordsBreakNothing() {
        assertEquals(List.of(), after(event -> name(event).put("description", "Its name.")));
    }

    private static List<String> after(Consumer<JsonNode> change) {
        JsonNode changed = released().deepCopy();
        change.accept(changed.at("/$defs/Event"));
        return SchemaChange.breaks(released(), changed);
    }

    private static JsonNode released() {
        return Shelf.json(RELEASED.resolve("events.json"));
    }

    private static JsonNode now(Path released) {
        return Shelf.json(
                Shelf.RESOURCES.resolve("schemas").resolve(released.getFileName().toString()));
    }

    private static ObjectNode properties(JsonNode event) {
        return (ObjectNode) event.path("properties");
    }

    private static ObjectNode name(JsonNode event) {
        return (ObjectNode) event.at("/properties/name");
    }

    private static ArrayNode required(JsonNode event) {
        return (ArrayNode) event.path("required");
    }
}
