package io.itinera.collector.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.itinera.kit.json.Json;
import io.itinera.kit.problem.Flaw;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SchemaCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'properties':{'price':{'$ref':'#/$defs/price'}},'$defs':{'price':{'type':'number'}}}",
                "{'properties':{'a':{'$ref':'#/$defs/x'},'b':{'$ref':'#/$defs/x'}},'$defs':{'x':{'allOf':[true]}}}",
                "{'patternProperties':{'^x-':false},'additionalProperties':true}",
                "{'const':{'$ref':'https://example.com/x','$id':'y'}}"
            })
    void schemaThatSaysAllOfItItselfIsTaken(String schema) {
        assertEquals(List.of(), flaws(schema));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[]; ''",
                "{'type':'text'}; /type",
                "{'properties':{'a':{'minimum':'1'}}}; /properties/a/minimum",
                "{'$ref':'https://example.com/schema.json'}; /$ref",
                "{'properties':{'a':{'$ref':'other.json#/x'}}}; /properties/a/$ref",
                "{'$ref':'#/$defs/none'}; /$ref",
                "{'$ref':'#anchor'}; /$ref",
                "{'$ref':'#'}; /$ref",
                "{'properties':{'a':{'$ref':'#/properties/a'}}}; /properties/a/$ref",
                "{'$id':'https://example.com/x'}; /$id",
                "{'allOf':[{'$dynamicRef':'#x'}]}; /allOf/0/$dynamicRef",
                "{'$schema':'http://json-schema.org/draft-07/schema#'}; /$schema",
                "{'properties':{'a':{'pattern':'(?=x)'}}}; /properties/a/pattern",
                "{'properties':{'a':{'pattern':'(((a{99}){99}){99}){99}'}}}; /properties/a/pattern",
                "{'patternProperties':{'(':{}}}; /patternProperties/("
            })
    void schemaThatMayNotBeOneIsRefusedByItsPlace(String schema, String place) {
        assertEquals(List.of(place), flaws(schema).stream().map(Flaw::path).distinct().toList());
    }

    @Test
    void circleOfTwoIsFound() {
        assertEquals(
                List.of(new Flaw("/$defs/b/$ref", "leads back to itself")),
                flaws(
                        "{'$ref':'#/$defs/a','$defs':{'a':{'not':{'$ref':'#/$defs/b'}},'b':{'$ref':'#/$defs/a'}}}"));
    }

    /** Each of them doubles what the next one says. */
    @Test
    void fewWordsThatSayVeryMuchAreRefused() {
        String definitions =
                IntStream.range(0, 30)
                        .mapToObj(n -> "'d%d':{'allOf':[%s,%s]}".formatted(n, next(n), next(n)))
                        .collect(Collectors.joining(","));
        assertEquals(
                List.of(new Flaw("", "it has more than 500 parts, written out")),
                flaws("{'$ref':'#/$defs/d0','$defs':{%s,'d30':{}}}".formatted(definitions)));
    }

    @Test
    void patternOfTheMostStepsIsTakenAndOneMoreIsNot() {
        assertEquals(List.of(), flaws("{'pattern':'a{1000}b{1000}'}"));
        assertEquals(
                List.of(
                        new Flaw(
                                "/pattern",
                                "is no regular expression of RE2: more than 2000 steps, written"
                                        + " out")),
                flaws("{'pattern':'a{1000}b{1000}c'}"));
    }

    @Test
    void stepsOfAllPatternsAreBoundedTogether() {
        int most = SchemaCheck.MAX_STEPS / 1000;
        assertEquals(List.of(), flaws(patterns(most)));
        assertEquals(
                List.of(new Flaw("", "its patterns have more than 20000 steps")),
                flaws(patterns(most + 1)));
    }

    @Test
    void fiveHundredPartsAreTakenAndOneMoreIsNot() {
        assertEquals(List.of(), flaws(properties(SchemaCheck.MAX_PARTS - 1)));
        assertEquals(1, flaws(properties(SchemaCheck.MAX_PARTS)).size());
    }

    @Test
    void schemaOfTheMostBytesIsTakenAndOneMoreIsNot() {
        String rest = "{'description':''}";
        assertEquals(List.of(), flaws(described(SchemaCheck.MAX_BYTES - rest.length())));
        assertEquals(1, flaws(described(SchemaCheck.MAX_BYTES - rest.length() + 1)).size());
    }

    private static String next(int n) {
        return "{'$ref':'#/$defs/d%d'}".formatted(n + 1);
    }

    private static String properties(int count) {
        return IntStream.range(0, count)
                .mapToObj("'p%d':{}"::formatted)
                .collect(Collectors.joining(",", "{'properties':{", "}}"));
    }

    private static String patterns(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> "{'pattern':'a{1000}'}")
                .collect(Collectors.joining(",", "{'allOf':[", "]}"));
    }

    private static String described(int characters) {
        return "{'description':'" + "x".repeat(characters) + "'}";
    }

    private static List<Flaw> flaws(String schema) {
        return SchemaCheck.flaws(json(schema));
    }

    static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
