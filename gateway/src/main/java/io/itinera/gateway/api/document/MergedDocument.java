package io.itinera.gateway.api.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.itinera.gateway.domain.Service;
import io.itinera.gateway.domain.WorkspacePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One OpenAPI document out of many: the gateway's own paths as they are, the services' below the
 * workspace, and their components under the service's name, so that two services may call two
 * things alike.
 */
final class MergedDocument {
    /** The services whose document could not be had. */
    static final String MISSING = "x-itinera-missing";

    private static final String COMPONENTS = "#/components/";
    private static final String WORKSPACE = "{workspace}";

    private final ObjectNode whole;

    private MergedDocument(ObjectNode own) {
        this.whole = own.deepCopy();
        whole.remove("servers");
    }

    /** The gateway's own document with those of the services in it; absent ones are named. */
    static ObjectNode of(ObjectNode own, Map<Service, Optional<ObjectNode>> services) {
        MergedDocument merged = new MergedDocument(own);
        ArrayNode missing = merged.whole.putArray(MISSING);
        for (Service service : Service.values()) {
            Optional<ObjectNode> document = services.getOrDefault(service, Optional.empty());
            document.ifPresentOrElse(
                    found -> merged.add(service, found), () -> missing.add(service.text()));
        }
        merged.nameWorkspaces();
        return merged.whole;
    }

    private void add(Service service, ObjectNode document) {
        document.path("paths")
                .properties()
                .forEach(path -> addPath(service, path.getKey(), path.getValue()));
        document.path("components")
                .properties()
                .forEach(kind -> addComponents(service, kind.getKey(), kind.getValue()));
    }

    private void addPath(Service service, String path, JsonNode item) {
        String[] steps = path.split("/", -1);
        if (steps.length < 2 || !service.segments().contains(steps[1])) {
            return;
        }
        ObjectNode copy = (ObjectNode) renamed(service, item);
        copy.forEach(MergedDocument::withoutSecurity);
        whole.withObject("/paths").set(WorkspacePath.PREFIX + WORKSPACE + path, copy);
    }

    /** How a service lets the gateway in is nobody else's business. */
    private static void withoutSecurity(JsonNode operation) {
        if (operation instanceof ObjectNode fields) {
            fields.remove("security");
        }
    }

    private void addComponents(Service service, String kind, JsonNode components) {
        if (kind.equals("securitySchemes")) {
            return;
        }
        ObjectNode target = whole.withObject("/components").withObject("/" + kind);
        components
                .properties()
                .forEach(
                        one ->
                                target.set(
                                        name(service, one.getKey()),
                                        renamed(service, one.getValue())));
    }

    /** A copy whose references lead to this service's components. */
    private static JsonNode renamed(Service service, JsonNode node) {
        if (node.isTextual() && node.textValue().startsWith(COMPONENTS)) {
            int end = node.textValue().lastIndexOf('/') + 1;
            String target = name(service, node.textValue().substring(end));
            return TextNode.valueOf(node.textValue().substring(0, end) + target);
        }
        JsonNode copy = node.deepCopy();
        if (copy instanceof ObjectNode object) {
            List.copyOf(object.properties())
                    .forEach(
                            field ->
                                    object.set(field.getKey(), renamed(service, field.getValue())));
        }
        if (copy instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, renamed(service, array.get(i)));
            }
        }
        return copy;
    }

    private static String name(Service service, String component) {
        return service.text() + "." + component;
    }

    private void nameWorkspaces() {
        whole.path("paths")
                .properties()
                .forEach(
                        path -> {
                            if (path.getKey().contains(WORKSPACE)
                                    && path.getValue() instanceof ObjectNode item) {
                                nameWorkspace(item);
                            }
                        });
    }

    private static void nameWorkspace(ObjectNode item) {
        ObjectNode parameter = item.withArray("/parameters").addObject();
        parameter.put("name", "workspace").put("in", "path").put("required", true);
        parameter.putObject("schema").put("type", "string").put("format", "uuid");
    }
}
