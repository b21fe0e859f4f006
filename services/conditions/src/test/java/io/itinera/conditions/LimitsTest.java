package io.itinera.conditions;

import static io.itinera.conditions.Written.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.contracts.condition.Condition;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every limit of the language, at it and one past it, and what else is refused. */
final class LimitsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'trait': {'name': 'x', 'test': {'before': {'ago': 'P%dD'}}}}          | 36500 | /trait/test/before/ago",
                "{'trait': {'name': 'x', 'test': {'after': {'ahead': 'P%dD'}}}}         | 36500 | /trait/test/after/ahead",
                "{'trait': {'name': 'x', 'test': {'anniversary': {'within': 'P%dD'}}}}  | 180   | /trait/test/anniversary/within",
                "{'trait': {'name': 'x', 'test': {'near': {'latitude': %d, 'longitude': 0, 'kilometres': 1}}}} | 90 | /trait/test/near/latitude",
                "{'trait': {'name': 'x', 'test': {'near': {'latitude': 0, 'longitude': %d, 'kilometres': 1}}}} | 180 | /trait/test/near/longitude",
                "{'trait': {'name': 'x', 'test': {'near': {'latitude': 0, 'longitude': 0, 'kilometres': %d}}}} | 20040 | /trait/test/near/kilometres",
                "{'aggregate': {'of': 'sum', 'event': 'e', 'property': 'p', 'window': {'last': 'P%dD'}, 'test': {'equals': 1}}} | 400 | /aggregate/window/last",
                "{'occurrence': {'which': 'last', 'event': 'e', 'test': {'before': {'ago': 'P%dD'}}}} | 400 | /occurrence/test/before/ago",
                "{'sequence': {'steps': [{'event': 'a'}, {'event': 'b'}], 'within': 'P%dD'}} | 400 | /sequence/within",
                "{'unfollowed': {'did': {'event': 'a'}, 'by': {'event': 'b'}, 'after': 'P%dD'}} | 400 | /unfollowed/after",
                "{'unfollowed': {'did': {'event': 'a'}, 'by': {'event': 'b'}, 'after': 'P%dD', 'window': {'last': 'P7D'}}} | 6 | /unfollowed/after",
                "{'message': {'outcome': 'sent', 'window': {'last': 'P%dD'}}} | 400 | /message/window/last",
                "{'bucket': {'salt': 's', 'from': 0, 'below': %d}} | 10000 | /bucket",
                "{'bucket': {'salt': 's', 'from': %d, 'below': 100}} | 99 | /bucket",
            })
    void limitCompilesAndOnePastItDoesNot(String condition, int limit, String path)
            throws Exception {
        Conditions.compile(read(condition.formatted(limit)));
        assertEquals(List.of(path), paths(condition.formatted(limit + 1)));
    }

    @Test
    void patternsAndSaltsHaveLimits() throws Exception {
        String pattern = "{'trait': {'name': 'x', 'test': {'matches': '%s'}}}";
        Conditions.compile(read(pattern.formatted("a".repeat(Conditions.MAX_PATTERN))));
        assertEquals(
                List.of("/trait/test/matches"),
                paths(pattern.formatted("a".repeat(Conditions.MAX_PATTERN + 1))));
        String bucket = "{'bucket': {'salt': '%s', 'from': 0, 'below': 1}}";
        Conditions.compile(read(bucket.formatted("s".repeat(Conditions.MAX_SALT))));
        assertEquals(
                List.of("/bucket/salt"),
                paths(bucket.formatted("s".repeat(Conditions.MAX_SALT + 1))));
    }

    @Test
    void repetitionsOfAPatternMultiplyUpToALimit() throws Exception {
        String pattern = "{'trait': {'name': 'x', 'test': {'matches': '%s'}}}";
        Conditions.compile(read(pattern.formatted("a{1000}b{1000}")));
        assertEquals(List.of("/trait/test/matches"), paths(pattern.formatted("a{1000}b{1000}c")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "abc                 | 3",
                "a{3}                | 3",
                "a{3,}b{2,5}         | 8",
                "(ab){3}             | 9",
                "((a{2}){3}){4}      | 40",
                "[]{9}(]{2}          | 14",
                "[[:alpha:]{9}]{2}   | 28",
                "\\{9}              | 4",
                "\\\\{9}            | 18",
                "\\x{41}{2}        | 12",
                "a{,3}               | 5",
            })
    void weightOfAPatternIsItsLengthWithRepetitionsWrittenOut(String pattern, long weight) {
        assertEquals(weight, PatternWeight.of(pattern));
    }

    @Test
    void sequenceHasTwoToFiveSteps() throws Exception {
        assertEquals(List.of("/sequence/steps"), paths(sequence(Conditions.MIN_STEPS - 1)));
        Conditions.compile(read(sequence(Conditions.MIN_STEPS)));
        Conditions.compile(read(sequence(Conditions.MAX_STEPS)));
        assertEquals(List.of("/sequence/steps"), paths(sequence(Conditions.MAX_STEPS + 1)));
    }

    private static String sequence(int steps) {
        String each = Collections.nCopies(steps, "{'event': 'e'}").toString();
        return "{'sequence': {'steps': " + each + ", 'within': 'PT1H'}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'trait': {'name': 'x', 'test': {'matches': '('}}}                  | /trait/test/matches",
                "{'trait': {'name': 'x', 'test': {'matches': '(a)\\\\1'}}}           | /trait/test/matches",
                "{'trait': {'name': 'x', 'test': {'matches': '(((a{99}){99}){99}){99}'}}} | /trait/test/matches",
                "{'trait': {'name': 'x', 'test': {'before': '2026-02-30'}}}          | /trait/test/before",
                "{'trait': {'name': 'x', 'test': {'before': {'ago': 'PT-1H'}}}}      | /trait/test/before/ago",
                "{'trait': {'name': 'x', 'test': {'equals': null}}}                  | /trait/test/equals",
                "{'trait': {'name': 'x', 'test': {'before': null}}}                  | /trait/test/before",
                "{'trait': {'name': 'x', 'test': {'anniversary': {}}}}               | /trait/test/anniversary/within",
                "{'aggregate': {'of': 'sum', 'event': 'e', 'property': 'p', 'test': {'contains': 'a'}}} | /aggregate/test",
                "{'aggregate': {'of': 'sum', 'event': 'e', 'property': 'p', 'test': {'before': '2026-01-01'}}} | /aggregate/test",
                "{'aggregate': {'event': 'e', 'property': 'p', 'test': {'equals': 1}}} | /aggregate/of",
                "{'occurrence': {'which': 'first', 'event': 'e', 'test': {'atLeast': 1}}} | /occurrence/test",
                "{'performed': {'event': 'e', 'where': {'property': {'name': 'p', 'test': {'before': {'ago': 'P1D'}}}}}} | /performed/where/property/test",
                "{'performed': {'event': 'e', 'where': {'segment': 's'}}}            | /performed/where",
                "{'sequence': {'steps': [{'event': 'a'}, {'event': ' '}], 'within': 'PT1H'}} | /sequence/steps/1/event",
                "{'sequence': {'steps': [{'event': 'a'}, {'event': 'b'}], 'within': 'PT0S'}} | /sequence/within",
                "{'unfollowed': {'did': {'event': 'a'}}}                             | /unfollowed/by",
                "{'message': {}}                                                     | /message/outcome",
                "{'message': {'outcome': 'unsubscribed', 'template': '0198c5a0-2222-7aaa-8bbb-000000000002'}} | /message/template",
                "{'segment': ' '}                                                    | /segment",
                "{'bucket': {'salt': 's', 'from': -1, 'below': 1}}                   | /bucket",
            })
    void whatMakesNoSenseIsRefusedWithItsPlace(String condition, String path) throws Exception {
        assertEquals(List.of(path), paths(condition));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ACCOUNTS | {'account': {'name': 'plan', 'test': {'exists': true}}} | /account",
                "JOURNEYS | {'journey': {'id': '0198c5a0-2222-7aaa-8bbb-000000000002', 'state': 'in'}} | /journey",
                "GOALS | {'journey': {'id': '0198c5a0-2222-7aaa-8bbb-000000000002', 'state': 'converted'}} | /journey",
                "SEGMENTS | {'segment': 's'} | /segment",
                "TRIGGER  | {'trigger': {'name': 'x', 'test': {'exists': true}}} | /trigger",
                "TRIGGER  | {'trait': {'name': 'x', 'test': {'equals': {'trigger': 'x'}}}} | /trait/test/equals",
                "TRIGGER  | {'trait': {'name': 'x', 'test': {'after': {'trigger': 'x'}}}} | /trait/test/after",
                "TRIGGER  | {'performed': {'event': 'e', 'window': {'since': 'trigger'}}} | /performed/window/since",
            })
    void whatWillNotBeKnownIsRefusedInWords(Knowledge missing, String json, String path)
            throws Exception {
        Condition condition = read(json);
        Conditions.compile(condition);
        Set<Knowledge> known = EnumSet.complementOf(EnumSet.of(missing));
        InvalidCondition refused =
                assertThrows(InvalidCondition.class, () -> Conditions.compile(condition, known));
        assertEquals(List.of(new Flaw(path, missing.refusal())), refused.flaws());
    }

    private static List<String> paths(String json) throws JsonProcessingException {
        Condition condition = read(json);
        InvalidCondition invalid =
                assertThrows(InvalidCondition.class, () -> Conditions.compile(condition), json);
        return invalid.flaws().stream().map(Flaw::path).collect(Collectors.toList());
    }

    @Test
    void depthAtTheLimitCompilesAndOnePastItDoesNot() throws Exception {
        Conditions.compile(nested(Conditions.MAX_DEPTH));
        Condition tooDeep = nested(Conditions.MAX_DEPTH + 1);
        assertThrows(InvalidCondition.class, () -> Conditions.compile(tooDeep));
    }

    @Test
    void partsAtTheLimitCompileAndOnePastItDoNot() throws Exception {
        Conditions.compile(wide(Conditions.MAX_PARTS - 1));
        Condition tooMany = wide(Conditions.MAX_PARTS);
        assertThrows(InvalidCondition.class, () -> Conditions.compile(tooMany));
    }

    @Test
    void valuesAtTheLimitCompileAndOnePastItDoNot() throws Exception {
        Conditions.compile(oneOf(Conditions.MAX_VALUES));
        Condition tooMany = oneOf(Conditions.MAX_VALUES + 1);
        assertThrows(InvalidCondition.class, () -> Conditions.compile(tooMany));
    }

    private static Condition nested(int depth) {
        Condition condition =
                new Condition.Trait("x", new io.itinera.contracts.condition.Test.Exists(true));
        for (int i = 1; i < depth; i++) {
            condition = new Condition.Not(condition);
        }
        return condition;
    }

    private static Condition wide(int leaves) {
        return new Condition.All(Collections.nCopies(leaves, nested(1)));
    }

    private static Condition oneOf(int values) {
        List<Object> numbers = List.copyOf(IntStream.range(0, values).boxed().toList());
        return new Condition.Trait("x", new io.itinera.contracts.condition.Test.In(numbers));
    }
}
