package io.itinera.insights.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Test;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WhereSqlProperties {
    private static final List<String> NAMES = List.of("a", "a.b", "b", "x/y");

    @Property(tries = 1_000)
    void sqlAndTheConditionLanguageAgree(
            @ForAll("conditions") Condition condition,
            @ForAll("objects") Map<String, Object> properties)
            throws InvalidCondition {
        Sql sql =
                new Sql()
                        .add("SELECT")
                        .add(WhereSql.of(condition))
                        .add("FROM (SELECT ? AS properties)", ActivityStore.json(properties));
        boolean found =
                TestDatabase.SHARED.read(
                        connection -> sql.list(connection, row -> row.getBoolean(1)).getFirst());
        assertEquals(
                Conditions.compileFilter(condition).passes(properties, Map.of()),
                found,
                condition + " on " + properties);
    }

    @Provide
    Arbitrary<Condition> conditions() {
        Arbitrary<Condition> one =
                Combinators.combine(Arbitraries.of(NAMES), tests()).as(Condition.Property::new);
        return Arbitraries.oneOf(
                one,
                one.map(Condition.Not::new),
                one.list().ofMinSize(1).ofMaxSize(3).map(Condition.All::new),
                one.list().ofMinSize(1).ofMaxSize(3).map(Condition.Any::new));
    }

    private static Arbitrary<Test> tests() {
        Arbitrary<Operand> any = values().map(Operand.Literal::new);
        Arbitrary<Operand> text = texts().map(Operand.Literal::new);
        Arbitrary<Operand> number = numbers().map(Operand.Literal::new);
        return Arbitraries.oneOf(
                any.map(Test.Equals::new),
                values().list().ofMinSize(1).ofMaxSize(3).map(Test.In::new),
                any.map(Test.Contains::new),
                text.map(Test.StartsWith::new),
                Arbitraries.of("^a", "a$", ".", "[0-9]+", "(?i)A", "^$").map(Test.Matches::new),
                number.map(Test.LessThan::new),
                number.map(Test.AtMost::new),
                number.map(Test.AtLeast::new),
                number.map(Test.MoreThan::new),
                Arbitraries.of(true, false).map(Test.Exists::new));
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        Arbitrary<Object> lists = values().list().ofMaxSize(3).map(it -> it);
        Arbitrary<Object> inner =
                values().map(value -> new HashMap<String, Object>(Map.of("b", value)));
        return Arbitraries.maps(Arbitraries.of(NAMES), Arbitraries.oneOf(values(), lists, inner))
                .ofMaxSize(4);
    }

    private static Arbitrary<Object> values() {
        return Arbitraries.oneOf(
                texts(), numbers(), Arbitraries.of(true, false).map(it -> (Object) it));
    }

    private static Arbitrary<Object> texts() {
        return Arbitraries.of("", "a", "ab", "1", "true", "\"", "é", "a%", "null");
    }

    private static Arbitrary<Object> numbers() {
        return Arbitraries.of(0, 1, 2, -1, 1.5, 2.0, 1e9, 3_000_000_000L);
    }
}
