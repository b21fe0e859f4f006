package io.itinera.collector.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.itinera.collector.domain.Breach;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Schema (2020-12) that events are held against. It is compiled when the first event asks:
 * every collector knows every workspace's plan, and few sources are held to one.
 */
final class PlanSchema {
    /** Of an event so many places are named. */
    static final int MAX_BREACHES = 10;

    private static final int MAX_RULE_LENGTH = 80;

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry ->
                            registry.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .regularExpressionFactory(new LinearPatterns())
                                            .build()));

    private static final Logger LOG = Logger.getLogger(PlanSchema.class);

    private final JsonNode text;
    private volatile @Nullable Schema compiled;

    PlanSchema(JsonNode text) {
        this.text = text;
    }

    /** What schemas themselves are held against. */
    static Schema ofSchemas() {
        return REGISTRY.getSchema(
                SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    }

    /** Where the tree is not as the schema says. */
    List<Breach> breaches(JsonNode tree) {
        return compiled().validate(tree).stream()
                .map(PlanSchema::breach)
                .distinct()
                .limit(MAX_BREACHES)
                .toList();
    }

    private Schema compiled() {
        Schema ready = compiled;
        if (ready == null) {
            ready = compile(text);
            compiled = ready;
        }
        return ready;
    }

    /** What came in by the API compiles; were it otherwise, events must go on all the same. */
    private static Schema compile(JsonNode text) {
        try {
            Schema schema = REGISTRY.getSchema(text);
            schema.initializeValidators();
            return schema;
        } catch (SchemaException | PatternSyntaxException unusable) {
            LOG.warnf("A schema of a plan is passed over: %s", unusable.getMessage());
            return REGISTRY.getSchema(BooleanNode.TRUE);
        }
    }

    /** In the schema's own terms: what the event holds there is nobody's business. */
    private static Breach breach(Error error) {
        String place = error.getInstanceLocation().toString();
        String property = error.getProperty();
        return switch (error.getKeyword()) {
            case "required" -> new Breach(below(place, property), "is missing");
            case "additionalProperties", "unevaluatedProperties" ->
                    new Breach(below(place, property), "is not in the plan");
            case String keyword ->
                    new Breach(place, "does not keep to " + keyword + rule(error.getSchemaNode()));
        };
    }

    private static String below(String place, @Nullable String property) {
        return property == null
                ? place
                : place + "/" + property.replace("~", "~0").replace("/", "~1");
    }

    private static String rule(@Nullable JsonNode rule) {
        if (rule == null || rule.isObject()) {
            return "";
        }
        String text = rule.toString();
        return " "
                + (text.length() > MAX_RULE_LENGTH
                        ? text.substring(0, MAX_RULE_LENGTH) + "…"
                        : text);
    }
}
