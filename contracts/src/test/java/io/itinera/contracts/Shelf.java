package io.itinera.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The documents of this module, as they stand in its folders. */
final class Shelf {
    static final Path RESOURCES = Path.of("src/main/resources");
    static final Path RELEASED = Path.of("src/released");
    static final String IDS = "https://itinera.example/schemas/";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry ->
                            registry.schemas(
                                    id -> id.startsWith(IDS) ? text(schemaFile(id)) : null));

    private Shelf() {}

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Path> schemas() {
        return files(RESOURCES.resolve("schemas"), ".json");
    }

    static List<Path> asyncApis() {
        return files(RESOURCES.resolve("asyncapi"), ".yaml");
    }

    /** The folders of examples, each named as the schema that they follow. */
    static List<Path> families() {
        return files(RESOURCES.resolve("examples"), "");
    }

    static JsonNode json(Path file) {
        return read(JSON, file);
    }

    static JsonNode yaml(Path file) {
        return read(YAML, file);
    }

    static Schema schema(String family) {
        return SCHEMAS.getSchema(SchemaLocation.of(IDS + family + ".json"));
    }

    static Schema metaSchema() {
        return SCHEMAS.getSchema(
                SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    }

    private static Path schemaFile(String id) {
        return RESOURCES.resolve("schemas").resolve(id.substring(IDS.length()));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode read(ObjectMapper mapper, Path file) {
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }
}
