package io.itinera.collector.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.itinera.collector.domain.Breach;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlanSchemaTest {
    private static final String CART =
            "{'type':'object','required':['product_id'],'additionalProperties':false,'properties':{"
                    + "'product_id':{'type':'string','pattern':'^p[0-9]+$'},"
                    + "'price':{'type':'number','minimum':0,'multipleOf':0.01},"
                    + "'currency':{'enum':['JPY','TWD']},"
                    + "'mail':{'format':'email'},"
                    + "'items':{'items':{'required':['a/b']}}}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; /product_id; is missing",
                "{'product_id':'p1','colour':'red'}; /colour; is not in the plan",
                "{'product_id':'p1','price':'12'}; /price; does not keep to type \"number\"",
                "{'product_id':'p1','price':-1}; /price; does not keep to minimum 0",
                "{'product_id':'secret'}; /product_id; does not keep to pattern \"^p[0-9]+$\"",
                "{'product_id':'p1','currency':'EUR'}; /currency; does not keep to enum [\"JPY\",\"TWD\"]",
                "{'product_id':'p1','mail':'nobody'}; /mail; does not keep to format \"email\"",
                "{'product_id':'p1','items':[{}]}; /items/0/a~1b; is missing"
            })
    void breachIsNamedByItsPlaceAndTheRule(String event, String place, String message) {
        assertEquals(List.of(new Breach(place, message)), breaches(CART, event));
    }

    @Test
    void eventAsPlannedHasNoBreach() {
        assertEquals(
                List.of(),
                breaches(CART, "{'product_id':'p1','price':0.07,'currency':'JPY','items':[]}"));
    }

    @Test
    void valueIsNeverTold() {
        String event =
                "{'product_id':'4111111111111111','price':'hanako','currency':'0312345678','mail':'a b','items':[7]}";
        String told =
                breaches(CART.replace("'items':{'items'", "'items':{'contains'"), event).toString();
        for (String value : List.of("4111111111111111", "hanako", "0312345678", "a b")) {
            assertFalse(told.contains(value), told);
        }
    }

    @Test
    void tenPlacesAreNamedAndNoMore() {
        String event = "[0,1,2,3,4,5,6,7,8,9,10]";
        assertEquals(10, breaches("{'items':{'type':'string'}}", event).size());
    }

    @Test
    void patternThatWouldTakeForeverTakesNoTime() {
        String event = "{'a':'%s!'}".formatted("a".repeat(30_000));
        assertEquals(
                List.of(new Breach("/a", "does not keep to pattern \"^(a+)+$\"")),
                breaches("{'properties':{'a':{'pattern':'^(a+)+$'}}}", event));
    }

    /** Written out, it would be a hundred million steps: no memory holds them. */
    @Test
    void patternThatAnEventBringsIsWeighedBeforeItIsWrittenOut() {
        assertEquals(
                List.of(new Breach("/a", "does not keep to format \"regex\"")),
                breaches(
                        "{'properties':{'a':{'format':'regex'}}}",
                        "{'a':'(((a{99}){99}){99}){99}'}"));
    }

    @Test
    void storedPatternBeyondMeasureIsPassedOver() {
        assertEquals(
                List.of(),
                breaches("{'properties':{'a':{'pattern':'((a{99}){99}){99}'}}}", "{'a':'b'}"));
    }

    private static List<Breach> breaches(String schema, String event) {
        return new PlanSchema(SchemaCheckTest.json(schema)).breaches(SchemaCheckTest.json(event));
    }
}
