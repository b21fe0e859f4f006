package io.itinera.insights.store;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Test;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on an event's properties as SQL, meaning what it means everywhere: values of two
 * kinds are neither equal nor ordered, and an absent one passes nothing but "not known".
 */
final class WhereSql {
    private static final String NUMBERS = "IN ('UBIGINT', 'BIGINT', 'DOUBLE')";

    private WhereSql() {}

    static Sql of(@Nullable Condition condition) {
        return switch (condition) {
            case null -> new Sql().add("true");
            case Condition.All(List<Condition> parts) -> join(parts, " AND ", "true");
            case Condition.Any(List<Condition> parts) -> join(parts, " OR ", "false");
            case Condition.Not(Condition part) -> new Sql().add("NOT (").add(of(part)).add(")");
            case Condition.Property(String name, Test test) -> property(name, test);
            case Condition.Trait _, Condition.Account _, Condition.Trigger _ ->
                    throw notOfAnEvent();
            case Condition.Performed _, Condition.Aggregate _, Condition.Occurrence _ ->
                    throw notOfAnEvent();
            case Condition.Sequence _, Condition.Unfollowed _, Condition.Message _ ->
                    throw notOfAnEvent();
            case Condition.Segment _, Condition.Journey _, Condition.Bucket _ ->
                    throw notOfAnEvent();
        };
    }

    private static IllegalArgumentException notOfAnEvent() {
        return new IllegalArgumentException("not a condition on properties");
    }

    private static Sql join(List<Condition> parts, String with, String empty) {
        Sql sql = new Sql().add("(");
        for (Condition part : parts) {
            sql.add(of(part)).add(with);
        }
        return sql.add(empty).add(")");
    }

    private static Sql property(String name, Test test) {
        return switch (test) {
            case Test.Exists(boolean expected) ->
                    value(new Sql().add("("), name).add(expected ? "IS NOT NULL)" : "IS NULL)");
            case Test.Equals(Operand to) -> same(name, literal(to));
            case Test.In(List<Object> values) -> {
                Sql sql = new Sql().add("(");
                values.forEach(one -> sql.add(same(name, one)).add("OR"));
                yield sql.add("false)");
            }
            case Test.Contains(Operand part) -> contains(name, literal(part));
            case Test.StartsWith(Operand prefix) ->
                    text(name, "starts_with(%s ->> '$', ?)", literal(prefix));
            case Test.LessThan(Operand bound) -> number(name, "<", literal(bound));
            case Test.AtMost(Operand bound) -> number(name, "<=", literal(bound));
            case Test.AtLeast(Operand bound) -> number(name, ">=", literal(bound));
            case Test.MoreThan(Operand bound) -> number(name, ">", literal(bound));
            case Test.Matches(String pattern) ->
                    text(name, "regexp_matches(%s ->> '$', ?)", pattern);
            case Test.Before _, Test.After _, Test.Anniversary _, Test.Near _ ->
                    throw new IllegalArgumentException("neither moments nor places compare here");
        };
    }

    private static Sql same(String name, Object value) {
        return switch (value) {
            case String text -> text(name, "%s ->> '$' = ?", text);
            case Number number -> number(name, "=", number);
            case Boolean truth ->
                    kind(name, "= 'BOOLEAN'")
                            .add("AND")
                            .add(scalar(name))
                            .add("= ?)", truth.toString());
            default -> new Sql().add("false");
        };
    }

    private static Sql contains(String name, Object part) {
        return new Sql()
                .add("(")
                .add(inList(name, part))
                .add("OR")
                .add(text(name, "contains(%s ->> '$', ?)", part))
                .add(")");
    }

    /** A number is an element by its value, 2 as 2.0; all else as it is written. */
    private static Sql inList(String name, Object part) {
        if (part instanceof Number number) {
            return value(
                            kind(name, "= 'ARRAY'")
                                    .add("AND EXISTS (SELECT 1 FROM (SELECT unnest(json_extract("),
                            name)
                    .add(", '$[*]')) AS element) WHERE json_type(element) " + NUMBERS)
                    .add("AND TRY_CAST(element ->> '$' AS DOUBLE) = ?))", number.doubleValue());
        }
        String json = part instanceof String text ? ActivityStore.json(text) : part.toString();
        return value(kind(name, "= 'ARRAY'").add("AND json_contains("), name).add(", ?))", json);
    }

    /** {@code %s} in the test stands for the value. */
    private static Sql text(String name, String test, Object operand) {
        if (!(operand instanceof String text)) {
            return new Sql().add("false");
        }
        int at = test.indexOf("%s");
        return value(kind(name, "= 'VARCHAR'").add("AND " + test.substring(0, at) + "("), name)
                .add(")" + test.substring(at + 2) + ")", text);
    }

    private static Sql number(String name, String comparison, Object operand) {
        if (!(operand instanceof Number number)) {
            return new Sql().add("false");
        }
        return kind(name, NUMBERS)
                .add("AND TRY_CAST(")
                .add(scalar(name))
                .add("AS DOUBLE) " + comparison + " ?)", number.doubleValue());
    }

    private static Sql scalar(String name) {
        return value(new Sql().add("("), name).add("->> '$')");
    }

    private static Sql kind(String name, String test) {
        return value(new Sql().add("(coalesce(json_type("), name).add("), '') " + test);
    }

    /**
     * The value under a name: the whole name, or, where nothing is there, a dot steps into an
     * object. JSON pointers, because they can name every member.
     */
    private static Sql value(Sql sql, String name) {
        sql.add("coalesce(");
        for (String pointer : pointers(name)) {
            sql.add("nullif(json_extract(properties, ?), 'null'::JSON),", pointer);
        }
        return sql.add("NULL)");
    }

    static List<String> pointers(String name) {
        List<String> pointers = new ArrayList<>();
        String before = "";
        String rest = name;
        while (true) {
            pointers.add(before + "/" + escaped(rest));
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return pointers;
            }
            before += "/" + escaped(rest.substring(0, dot));
            rest = rest.substring(dot + 1);
        }
    }

    private static String escaped(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }

    private static Object literal(Operand operand) {
        return switch (operand) {
            case Operand.Literal(Object value) -> value;
            case Operand.TriggerProperty _ ->
                    throw new IllegalArgumentException("there is no trigger here");
        };
    }
}
