package io.itinera.gateway.api.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.itinera.gateway.domain.Service;
import io.itinera.kit.json.Json;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The merged OpenAPI document of the gateway and every service that answers. */
@Path("/api/openapi.json")
final class DocumentResource {
    private final OpenApiDocumentService own;
    private final Documents documents;

    DocumentResource(OpenApiDocumentService own, Documents documents) {
        this.own = own;
        this.documents = documents;
    }

    @GET
    @Operation(hidden = true)
    public Uni<ObjectNode> merged() {
        return Multi.createFrom()
                .items(Service.values())
                .onItem()
                .transformToUniAndMerge(this::answer)
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(services -> MergedDocument.of(own(), services));
    }

    private Uni<Map.Entry<Service, Optional<ObjectNode>>> answer(Service service) {
        return documents.of(service).map(document -> Map.entry(service, document));
    }

    private ObjectNode own() {
        byte[] document = own.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);
        try {
            return (ObjectNode) Json.mapper().readTree(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
