package io.itinera.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.OptBoolean;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Moment;
import io.itinera.contracts.condition.Operand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The records and the schemas say the same: each record has a definition of its name. */
final class ParityTest {
    private static final String PACKAGE = "io.itinera.contracts.";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonNode> DEFINITIONS = definitions();

    @TestFactory
    Stream<DynamicTest> recordHasTheMembersOfItsSchema() {
        return objects()
                .map(
                        type ->
                                DynamicTest.dynamicTest(
                                        name(type),
                                        () ->
                                                assertEquals(
                                                        members(type),
                                                        fields(type, "/properties"))));
    }

    @TestFactory
    Stream<DynamicTest> recordDemandsWhatItsSchemaRequires() {
        return objects()
                .map(
                        type ->
                                DynamicTest.dynamicTest(
                                        name(type),
                                        () -> assertEquals(demanded(type), required(type))));
    }

    @TestFactory
    Stream<DynamicTest> enumHasTheValuesOfItsSchema() {
        return types().filter(Class::isEnum)
                .map(
                        type ->
                                DynamicTest.dynamicTest(
                                        name(type),
                                        () -> assertEquals(constants(type), texts(type, "/enum"))));
    }

    @TestFactory
    Stream<DynamicTest> wrappedChoiceHasTheMembersOfItsSchema() {
        return types().filter(type -> inclusion(type) == JsonTypeInfo.As.WRAPPER_OBJECT)
                .map(
                        type ->
                                DynamicTest.dynamicTest(
                                        name(type),
                                        () ->
                                                assertEquals(
                                                        new TreeSet<>(kinds(type).values()),
                                                        fields(type, "/properties"))));
    }

    @TestFactory
    Stream<DynamicTest> deducedChoiceHasTheMembersOfItsSchema() {
        return types().filter(ParityTest::isDeduced)
                .map(
                        type ->
                                DynamicTest.dynamicTest(
                                        name(type),
                                        () ->
                                                assertEquals(
                                                        deducedFrom(type),
                                                        fields(type, "/properties"))));
    }

    @Test
    void everyDefinitionHasItsType() {
        Set<String> known = types().map(ParityTest::name).collect(Collectors.toSet());
        Set<String> scalars = Set.of("Id", "Instant", "Duration", "Zone");
        Set<String> unknown = new TreeSet<>(DEFINITIONS.keySet());
        unknown.removeAll(known);
        unknown.removeAll(scalars);
        assertEquals(Set.of(), unknown);
    }

    private static Set<String> members(Class<?> type) {
        Set<String> members = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getAccessor().isAnnotationPresent(JsonAnyGetter.class)) {
                members.add(component.getName());
            }
        }
        kind(type).ifPresent(kind -> members.add("kind"));
        return members;
    }

    private static Set<String> demanded(Class<?> type) {
        Set<String> demanded = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!mayBeAbsent(component)) {
                demanded.add(component.getName());
            }
        }
        kind(type).ifPresent(kind -> demanded.add("kind"));
        return demanded;
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        if (property != null && property.isRequired() == OptBoolean.TRUE) {
            return false;
        }
        return Collection.class.isAssignableFrom(component.getType())
                || Map.class.isAssignableFrom(component.getType())
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || (property != null && property.isRequired() == OptBoolean.FALSE);
    }

    private static Optional<String> kind(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .filter(parent -> inclusion(parent) == JsonTypeInfo.As.PROPERTY)
                .map(parent -> String.valueOf(kinds(parent).get(type)))
                .findFirst();
    }

    private static JsonTypeInfo.@Nullable As inclusion(Class<?> type) {
        JsonTypeInfo info = type.getDeclaredAnnotation(JsonTypeInfo.class);
        return info == null || info.use() == JsonTypeInfo.Id.DEDUCTION ? null : info.include();
    }

    private static boolean isDeduced(Class<?> type) {
        JsonTypeInfo info = type.getDeclaredAnnotation(JsonTypeInfo.class);
        return info != null && info.use() == JsonTypeInfo.Id.DEDUCTION;
    }

    /** The one member of each of the choice's records. */
    private static Set<String> deducedFrom(Class<?> choice) {
        return kinds(choice).keySet().stream()
                .map(type -> type.getRecordComponents()[0].getAccessor())
                .map(accessor -> accessor.getAnnotation(JsonProperty.class).value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<Class<?>, String> kinds(Class<?> choice) {
        return Arrays.stream(choice.getAnnotation(JsonSubTypes.class).value())
                .collect(Collectors.toMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));
    }

    private static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> JSON.valueToTree(constant).asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> fields(Class<?> type, String pointer) {
        Set<String> fields = new TreeSet<>();
        definition(type).at(pointer).fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private static Set<String> required(Class<?> type) {
        return texts(type, "/required");
    }

    private static Set<String> texts(Class<?> type, String pointer) {
        return definition(type)
                .at(pointer)
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode definition(Class<?> type) {
        JsonNode definition = DEFINITIONS.get(name(type));
        if (definition == null) {
            throw new AssertionError("no schema defines " + name(type));
        }
        return definition;
    }

    /** Records that are objects of their own on the wire, not one member of the choice. */
    private static Stream<Class<?>> objects() {
        return types().filter(Class::isRecord)
                .filter(type -> !Operand.class.isAssignableFrom(type))
                .filter(type -> !Moment.class.isAssignableFrom(type))
                .filter(
                        type ->
                                Arrays.stream(type.getInterfaces())
                                        .noneMatch(ParityTest::isDeduced))
                .filter(type -> !type.equals(Condition.Not.class))
                .filter(
                        type ->
                                Arrays.stream(type.getRecordComponents())
                                        .noneMatch(
                                                it ->
                                                        it.getAccessor()
                                                                .isAnnotationPresent(
                                                                        JsonValue.class)));
    }

    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static Map<String, JsonNode> definitions() {
        Map<String, JsonNode> all = new TreeMap<>();
        for (Path file : Shelf.schemas()) {
            Shelf.json(file)
                    .path("$defs")
                    .properties()
                    .forEach(
                            it -> {
                                if (all.put(it.getKey(), it.getValue()) != null) {
                                    throw new AssertionError("two schemas define " + it.getKey());
                                }
                            });
        }
        return all;
    }

    private static Stream<Class<?>> types() {
        Path classes = Path.of("target/classes");
        try (Stream<Path> files = Files.walk(classes.resolve("io/itinera/contracts"))) {
            List<Class<?>> types =
                    files.map(file -> classes.relativize(file).toString())
                            .filter(file -> file.endsWith(".class"))
                            .filter(file -> !file.endsWith("package-info.class"))
                            .sorted()
                            .<Class<?>>map(ParityTest::load)
                            .toList();
            return types.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> load(String file) {
        String name = file.replace(".class", "").replace('/', '.').replace('\\', '.');
        try {
            return Class.forName(name, false, ParityTest.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(PACKAGE + " has lost " + name, impossible);
        }
    }
}
