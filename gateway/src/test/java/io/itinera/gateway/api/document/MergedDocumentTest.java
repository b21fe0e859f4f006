package io.itinera.gateway.api.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.itinera.gateway.domain.Service;
import io.itinera.kit.json.Json;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergedDocumentTest {
    private static final String OWN =
            """
            {"openapi":"3.1.0","servers":[{"url":"http://localhost"}],
             "paths":{"/api/me":{"get":{}},"/api/workspaces/{workspace}":{"get":{}}},
             "components":{"schemas":{"Me":{"type":"object"}},
                           "securitySchemes":{"oidc":{"type":"http"}}}}
            """;

    @Test
    void servicesThatAreDownAreLeftOutAndNamed() throws JsonProcessingException {
        ObjectNode merged =
                MergedDocument.of(
                        read(OWN),
                        Map.of(
                                Service.JOURNEYS,
                                Optional.of(read("{\"paths\":{\"/journeys\":{\"get\":{}}}}")),
                                Service.INSIGHTS,
                                Optional.empty()));

        assertEquals(
                Json.mapper()
                        .readTree("[\"collector\",\"segmentation\",\"messaging\",\"insights\"]"),
                merged.get("x-itinera-missing"));
        assertEquals(3, merged.get("paths").size());
    }

    @Test
    void serviceIsHeldToItsOwnSegmentsAndItsSecurityStaysInside() throws JsonProcessingException {
        ObjectNode document =
                read(
                        """
                        {"paths":{"/journeys":{"post":{"security":[{"internal":[]}],
                                   "requestBody":{"$ref":"#/components/requestBodies/Plan"}}},
                                  "/deliveries":{"get":{}},
                                  "/public/click/{token}":{"get":{}}},
                         "components":{"requestBodies":{"Plan":{"x":["#/components/schemas/P"]}},
                                       "securitySchemes":{"internal":{"type":"http"}}}}
                        """);

        ObjectNode merged =
                MergedDocument.of(read(OWN), Map.of(Service.JOURNEYS, Optional.of(document)));

        assertEquals(
                read(
                        """
                        {"openapi":"3.1.0",
                         "paths":{"/api/me":{"get":{}},
                          "/api/workspaces/{workspace}":{"get":{},"parameters":[
                            {"name":"workspace","in":"path","required":true,
                             "schema":{"type":"string","format":"uuid"}}]},
                          "/api/workspaces/{workspace}/journeys":{
                            "post":{"requestBody":
                              {"$ref":"#/components/requestBodies/journeys.Plan"}},
                            "parameters":[{"name":"workspace","in":"path","required":true,
                              "schema":{"type":"string","format":"uuid"}}]}},
                         "components":{"schemas":{"Me":{"type":"object"}},
                          "securitySchemes":{"oidc":{"type":"http"}},
                          "requestBodies":{"journeys.Plan":
                            {"x":["#/components/schemas/journeys.P"]}}},
                         "x-itinera-missing":
                           ["collector","segmentation","messaging","insights"]}
                        """),
                merged);
    }

    private static ObjectNode read(String json) throws JsonProcessingException {
        return (ObjectNode) Json.mapper().readTree(json);
    }
}
