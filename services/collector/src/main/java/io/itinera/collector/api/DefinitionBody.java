package io.itinera.collector.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.itinera.kit.json.Json;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a plan shall say of an event.
 *
 * @param description what it means, for people; absent says nothing
 * @param schema a JSON Schema (2020-12) of its properties; absent lets everything through
 */
@RegisterForReflection
record DefinitionBody(
        @Nullable String description, @Schema(type = SchemaType.OBJECT) @Nullable JsonNode schema) {

    String describes() {
        return description == null ? "" : description;
    }

    JsonNode schemaOrEmpty() {
        return schema == null ? Json.mapper().createObjectNode() : schema;
    }
}
