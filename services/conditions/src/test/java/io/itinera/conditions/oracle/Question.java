package io.itinera.conditions.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What is asked of one value, as the schema describes it.
 *
 * @param trigger what operands may take their value from
 */
record Question(JsonNode trigger) {
    /** A dot in the name steps into an object; the whole name comes first. */
    static JsonNode under(JsonNode object, String name) {
        if (object.hasNonNull(name)) {
            return object.get(name);
        }
        String[] steps = name.split("\\.", 2);
        return steps.length == 2 && object.path(steps[0]).isObject()
                ? under(object.get(steps[0]), steps[1])
                : MissingNode.getInstance();
    }

    /** Whether a value passes a test at a moment, in milliseconds since 1970. */
    boolean passes(JsonNode test, JsonNode value, long now) {
        String kind = test.fieldNames().next();
        JsonNode to = test.get(kind);
        boolean absent = value.isMissingNode() || value.isNull();
        if (kind.equals("exists")) {
            return to.booleanValue() != absent;
        }
        if (absent) {
            return false;
        }
        return switch (kind) {
            case "equals" -> same(value, operand(to));
            case "in" -> to.valueStream().anyMatch(one -> same(value, one));
            case "contains" -> contains(value, operand(to));
            case "startsWith" ->
                    value.isTextual()
                            && operand(to).isTextual()
                            && value.textValue().startsWith(operand(to).textValue());
            case "lessThan", "atMost", "atLeast", "moreThan" -> compares(kind, value, operand(to));
            case "matches" ->
                    value.isTextual()
                            && Pattern.compile(to.textValue()).matcher(value.textValue()).find();
            case "before", "after" -> lies(kind, value, to, now);
            case "anniversary" ->
                    Calendar.comesRound(value, Duration.parse(to.get("within").textValue()), now);
            case "near" -> Globe.kilometres(value, to) <= to.get("kilometres").doubleValue();
            default -> throw new AssertionError("the schema knows no test " + kind);
        };
    }

    private JsonNode operand(JsonNode operand) {
        return operand instanceof ObjectNode
                ? under(trigger, operand.get("trigger").textValue())
                : operand;
    }

    static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.isTextual() && other.isTextual()) {
            return one.textValue().equals(other.textValue());
        }
        return one instanceof BooleanNode && one.equals(other);
    }

    private static boolean contains(JsonNode value, JsonNode part) {
        if (value.isTextual()) {
            return part.isTextual() && value.textValue().contains(part.textValue());
        }
        return value.isArray() && value.valueStream().anyMatch(one -> same(one, part));
    }

    private static boolean compares(String kind, JsonNode value, JsonNode bound) {
        if (!value.isNumber() || !bound.isNumber()) {
            return false;
        }
        int order = value.decimalValue().compareTo(bound.decimalValue());
        return switch (kind) {
            case "lessThan" -> order < 0;
            case "atMost" -> order <= 0;
            case "atLeast" -> order >= 0;
            default -> order > 0;
        };
    }

    private boolean lies(String kind, JsonNode value, JsonNode to, long now) {
        Long at = Calendar.millis(value);
        Long bound;
        if (to.has("ago")) {
            bound = now - Oracle.millis(to.get("ago"));
        } else if (to.has("ahead")) {
            bound = now + Oracle.millis(to.get("ahead"));
        } else {
            bound = Calendar.millis(operand(to));
        }
        return at != null && bound != null && (kind.equals("before") ? at < bound : at > bound);
    }
}
