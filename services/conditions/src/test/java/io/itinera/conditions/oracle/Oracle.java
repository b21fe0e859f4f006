package io.itinera.conditions.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import org.jspecify.annotations.Nullable;

/**
 * Says of a condition, as it is written on the wire, whether it is true of a world at one moment.
 * It remembers nothing, skips nothing and knows nothing of when an answer changes.
 */
public final class Oracle {
    private final World world;
    private final List<Told> happened;
    private final Question question;

    public Oracle(World world) {
        this.world = world;
        this.happened = world.happened();
        this.question = new Question(world.trigger());
    }

    /** Whether a condition is true at a moment, in milliseconds since 1970. */
    public boolean says(JsonNode condition, long now) {
        String kind = condition.fieldNames().next();
        JsonNode it = condition.get(kind);
        return switch (kind) {
            case "all" -> it.valueStream().allMatch(part -> says(part, now));
            case "any" -> it.valueStream().anyMatch(part -> says(part, now));
            case "not" -> !says(it, now);
            case "trait" ->
                    question.passes(it.get("test"), Question.under(world.traits(), name(it)), now);
            case "account" ->
                    question.passes(it.get("test"), Question.under(world.account(), name(it)), now);
            case "property" ->
                    question.passes(it.get("test"), Question.under(world.event(), name(it)), now);
            case "trigger" ->
                    question.passes(it.get("test"), Question.under(world.trigger(), name(it)), now);
            case "segment" -> world.segments().contains(it.textValue());
            case "journey" ->
                    world.journeys()
                            .contains(it.get("id").textValue() + "/" + it.get("state").textValue());
            case "bucket" -> chosen(it);
            case "performed" -> often(it, done(it.get("event").textValue(), it, now).size());
            case "message" -> often(it, messages(it, now).size());
            case "aggregate" -> question.passes(it.get("test"), number(it, now), now);
            case "occurrence" -> question.passes(it.get("test"), time(it, now), now);
            case "sequence" -> walked(it, 0, null, null, now);
            case "unfollowed" -> unfollowed(it, now);
            default -> throw new AssertionError("the schema knows no condition " + kind);
        };
    }

    private static String name(JsonNode it) {
        return it.get("name").textValue();
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
            values.add(Question.under(one.properties(), asked.get("property").textValue()));
        }
        if (of.equals("distinct")) {
            List<JsonNode> different = new ArrayList<>();
            for (JsonNode value : values) {
                if (value.isValueNode()
                        && !value.isNull()
                        && different.stream().noneMatch(other -> Question.same(other, value))) {
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

    static long millis(JsonNode duration) {
        return Duration.parse(duration.textValue()).toMillis();
    }
}
