package io.itinera.conditions.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.itinera.conditions.oracle.World.Told;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says of a condition, as it is written on the wire, whether it is true of a world at one moment.
 * It remembers nothing, skips nothing and knows nothing of when an answer changes.
 */
public final class Oracle {
    private final World world;
    private final List<Told> happened;

    public Oracle(World world) {
        this.world = world;
        this.happened = world.happened();
    }

    /** Whether a condition is true at a moment, in milliseconds since 1970. */
    public boolean says(JsonNode condition, long now) {
        String kind = condition.fieldNames().next();
        JsonNode it = condition.get(kind);
        return switch (kind) {
            case "all" -> it.valueStream().allMatch(part -> says(part, now));
            case "any" -> it.valueStream().anyMatch(part -> says(part, now));
            case "not" -> !says(it, now);
            case "trait" -> passes(it.get("test"), under(world.traits(), name(it)), now);
            case "account" -> passes(it.get("test"), under(world.account(), name(it)), now);
            case "property" -> passes(it.get("test"), under(world.event(), name(it)), now);
            case "trigger" -> passes(it.get("test"), under(world.trigger(), name(it)), now);
            case "segment" -> world.segments().contains(it.textValue());
            case "journey" ->
                    world.journeys()
                            .contains(it.get("id").textValue() + "/" + it.get("state").textValue());
            case "bucket" -> chosen(it);
            case "performed" -> often(it, done(it.get("event").textValue(), it, now).size());
            case "message" -> often(it, messages(it, now).size());
            case "aggregate" -> passes(it.get("test"), number(it, now), now);
            case "occurrence" -> passes(it.get("test"), time(it, now), now);
            case "sequence" -> walked(it, 0, null, null, now);
            case "unfollowed" -> unfollowed(it, now);
            default -> throw new AssertionError("the schema knows no condition " + kind);
        };
    }

    private static String name(JsonNode it) {
        return it.get("name").textValue();
    }

    /** A dot in the name steps into an object; the whole name comes first. */
    private static JsonNode under(JsonNode object, String name) {
        if (object.hasNonNull(name)) {
            return object.get(name);
        }
        String[] steps = name.split("\\.", 2);
        return steps.length == 2 && object.path(steps[0]).isObject()
                ? under(object.get(steps[0]), steps[1])
                : MissingNode.getInstance();
    }

    // ---- what was done ----

    private List<Told> done(String event, JsonNode asked, long now) {
        return happened.stream()
                .filter(one -> one.name().equals(event))
                .filter(one -> inWindow(one, asked.path("window"), now))
                .filter(one -> satisfies(one, asked.path("where")))
                .toList();
    }

    private boolean inWindow(Told one, JsonNode window, long now) {
        if (window.has("last")) {
            return one.at() > now - millis(window.get("last"));
        }
        return !window.has("since") || one.at() >= world.triggeredAt();
    }

    private boolean satisfies(Told one, JsonNode where) {
        if (where.isMissingNode()) {
            return true;
        }
        World itsOwn =
                new World(
                        world.customer(),
                        world.traits(),
                        world.account(),
                        one.properties(),
                        world.trigger(),
                        world.triggeredAt(),
                        List.of(),
                        world.segments(),
                        world.journeys());
        return new Oracle(itsOwn).says(where, one.at());
    }

    private static boolean often(JsonNode asked, int count) {
        JsonNode times = asked.path("times");
        int atLeast = times.isMissingNode() ? 1 : times.get("atLeast").intValue();
        return count >= atLeast
                && (!times.has("atMost") || count <= times.get("atMost").intValue());
    }

    private List<Told> messages(JsonNode asked, long now) {
        String outcome = asked.get("outcome").textValue();
        boolean left = outcome.equals("unsubscribed");
        return done(left ? "$consent_changed" : "$message_" + outcome, asked, now).stream()
                .filter(one -> !left || one.properties().path("state").asText().equals("denied"))
                .filter(one -> agrees(one, asked, "journey"))
                .filter(one -> agrees(one, asked, "template"))
                .toList();
    }

    private static boolean agrees(Told one, JsonNode asked, String member) {
        return !asked.has(member) || asked.get(member).equals(one.properties().path(member));
    }

    private JsonNode number(JsonNode asked, long now) {
        String of = asked.get("of").textValue();
        List<JsonNode> values = new ArrayList<>();
        for (Told one : done(asked.get("event").textValue(), asked, now)) {
            values.add(under(one.properties(), asked.get("property").textValue()));
        }
        if (of.equals("distinct")) {
            List<JsonNode> different = new ArrayList<>();
            for (JsonNode value : values) {
                if (value.isValueNode()
                        && !value.isNull()
                        && different.stream().noneMatch(other -> same(other, value))) {
                    different.add(value);
                }
            }
            return different.isEmpty()
                    ? MissingNode.getInstance()
                    : LongNode.valueOf(different.size());
        }
        List<BigDecimal> numbers =
                values.stream()
                        .filter(JsonNode::isNumber)
                        .map(JsonNode::decimalValue)
                        .sorted()
                        .toList();
        if (numbers.isEmpty()) {
            return MissingNode.getInstance();
        }
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal number =
                switch (of) {
                    case "sum" -> sum;
                    case "average" ->
                            sum.divide(
                                    new BigDecimal(numbers.size()),
                                    new MathContext(34, RoundingMode.HALF_EVEN));
                    case "minimum" -> numbers.getFirst();
                    case "maximum" -> numbers.getLast();
                    default -> throw new AssertionError("the schema knows no number " + of);
                };
        return DecimalNode.valueOf(number);
    }

    private JsonNode time(JsonNode asked, long now) {
        List<Long> times =
                done(asked.get("event").textValue(), asked, now).stream()
                        .map(Told::at)
                        .sorted()
                        .toList();
        if (times.isEmpty()) {
            return MissingNode.getInstance();
        }
        return LongNode.valueOf(
                asked.get("which").textValue().equals("first")
                        ? times.getFirst()
                        : times.getLast());
    }

    /** Tries every way through the steps. */
    private boolean walked(
            JsonNode asked, int step, @Nullable Long begun, @Nullable Long before, long now) {
        if (step == asked.get("steps").size()) {
            return true;
        }
        JsonNode taken = asked.get("steps").get(step);
        for (Told one : happened) {
            boolean fits =
                    one.name().equals(taken.get("event").textValue())
                            && satisfies(one, taken.path("where"))
                            && inWindow(one, asked.path("window"), now)
                            && (before == null || one.at() > before)
                            && (begun == null || one.at() - begun <= millis(asked.get("within")));
            if (fits
                    && walked(
                            asked,
                            step + 1,
                            begun == null ? Long.valueOf(one.at()) : begun,
                            one.at(),
                            now)) {
                return true;
            }
        }
        return false;
    }

    private boolean unfollowed(JsonNode asked, long now) {
        List<Told> did =
                happened.stream()
                        .filter(one -> one.name().equals(asked.get("did").get("event").textValue()))
                        .filter(one -> satisfies(one, asked.get("did").path("where")))
                        .filter(one -> inWindow(one, asked.path("window"), now))
                        .toList();
        long last = did.stream().mapToLong(Told::at).max().orElse(Long.MAX_VALUE);
        boolean followed =
                happened.stream()
                        .filter(one -> one.name().equals(asked.get("by").get("event").textValue()))
                        .filter(one -> satisfies(one, asked.get("by").path("where")))
                        .anyMatch(one -> one.at() > last);
        boolean longEnough = !asked.has("after") || now - last >= millis(asked.get("after"));
        return !did.isEmpty() && !followed && longEnough;
    }

    private boolean chosen(JsonNode bucket) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    (bucket.get("salt").textValue() + ":" + world.customer())
                                            .getBytes(StandardCharsets.UTF_8));
            BigInteger digits = new BigInteger(HexFormat.of().formatHex(hash).substring(0, 8), 16);
            int place =
                    digits.multiply(BigInteger.valueOf(10_000))
                            .divide(BigInteger.TWO.pow(32))
                            .intValue();
            return place >= bucket.get("from").intValue() && place < bucket.get("below").intValue();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    // ---- tests ----

    private boolean passes(JsonNode test, JsonNode value, long now) {
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
                ? under(world.trigger(), operand.get("trigger").textValue())
                : operand;
    }

    private static boolean same(JsonNode one, JsonNode other) {
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
            bound = now - millis(to.get("ago"));
        } else if (to.has("ahead")) {
            bound = now + millis(to.get("ahead"));
        } else {
            bound = Calendar.millis(operand(to));
        }
        return at != null && bound != null && (kind.equals("before") ? at < bound : at > bound);
    }

    static long millis(JsonNode duration) {
        return Duration.parse(duration.textValue()).toMillis();
    }
}
