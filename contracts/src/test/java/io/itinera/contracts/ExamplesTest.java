package io.itinera.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class ExamplesTest {
    @TestFactory
    Stream<DynamicTest> everySchemaIsASchema() {
        return Shelf.schemas().stream()
                .map(
                        file ->
                                DynamicTest.dynamicTest(
                                        file.getFileName().toString(),
                                        () ->
                                                assertEquals(
                                                        List.of(),
                                                        Shelf.metaSchema()
                                                                .validate(Shelf.json(file)))));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleFollowsItsSchema() {
        return each("", (schema, file) -> assertEquals(List.of(), errors(schema, file)));
    }

    @TestFactory
    Stream<DynamicTest> noCounterExampleFollowsItsSchema() {
        return each("invalid", (schema, file) -> assertFalse(errors(schema, file).isEmpty()));
    }

    @Test
    void everySchemaButTheSharedShapesHasExamples() {
        Set<String> schemas = new TreeSet<>(names(Shelf.schemas()));
        schemas.remove("common");
        assertEquals(schemas, new TreeSet<>(names(Shelf.families())));
    }

    private static Stream<DynamicTest> each(String folder, BiConsumer<Schema, Path> check) {
        return Shelf.families().stream()
                .flatMap(
                        family ->
                                Shelf.files(family.resolve(folder), ".json").stream()
                                        .map(file -> test(family, file, check)));
    }

    private static DynamicTest test(Path family, Path file, BiConsumer<Schema, Path> check) {
        String name = family.getFileName().toString();
        return DynamicTest.dynamicTest(
                name + ": " + file.getFileName(), () -> check.accept(Shelf.schema(name), file));
    }

    private static List<String> errors(Schema schema, Path file) {
        return schema
                .validate(
                        Shelf.json(file),
                        run -> run.executionConfig(it -> it.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static Set<String> names(List<Path> files) {
        return files.stream()
                .map(file -> file.getFileName().toString().replace(".json", ""))
                .collect(Collectors.toSet());
    }
}
