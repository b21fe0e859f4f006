package io.itinera.collector.files.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Section;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Text;
import io.itinera.collector.files.domain.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class Ga4RowsTest {
    private static final String CART =
            """
            {"event_date":"20260301","event_timestamp":"1772323200123456","event_name":"add_to_cart",
             "event_params":[
              {"key":"ga_session_id","value":{"string_value":null,"int_value":"1772323100","float_value":null,"double_value":null}},
              {"key":"page_location","value":{"string_value":"https://shop.example/tee","int_value":null}},
              {"key":"currency","value":{"string_value":"JPY"}},
              {"key":"value","value":{"double_value":5960.0}}],
             "user_pseudo_id":"123.456","user_id":"u-1","user_properties":[],
             "device":{"category":"mobile"},"geo":{"country":"Japan"},
             "ecommerce":{"transaction_id":"(not set)","unique_items":"2"},
             "items":[
              {"item_id":"tee","item_name":"Tee","item_brand":"(not set)","price":2980.0,"quantity":"1",
               "item_params":[{"key":"size","value":{"string_value":"M"}}]},
              {"item_id":"cap","item_name":"Cap","price":2980.0,"quantity":"1","item_params":[]}]}
            """;

    @Test
    void itemsThatWereAddedAreEventsOfTheirOwnAsWhenTheyComeLive() {
        List<Draft> drafts = read(CART);
        assertEquals(2, drafts.size());
        Draft tee = drafts.getFirst();
        assertEquals(
                List.of("track", "Product Added", "ga4:123.456", "u-1", "1772323200123"),
                List.of(
                        text(tee, Text.TYPE),
                        text(tee, Text.EVENT),
                        text(tee, Text.ANONYMOUS_ID),
                        text(tee, Text.USER_ID),
                        text(tee, Text.TIMESTAMP)));
        assertEquals(
                "{\"currency\":\"JPY\",\"cart_id\":\"123.456\",\"product_id\":\"tee\",\"name\":\"Tee\","
                        + "\"price\":2980.0,\"quantity\":1,\"size\":\"M\"}",
                String.valueOf(tee.section(Section.PROPERTIES)));
        assertEquals("cap", product(drafts.getLast()));
    }

    private static String product(Draft draft) {
        String properties = String.valueOf(draft.section(Section.PROPERTIES));
        return properties.replaceAll(".*\"product_id\":\"(\\w+)\".*", "$1");
    }

    @Test
    void sameRowHasTheSameIdsWhereverItStands() {
        List<String> once = read(CART).stream().map(draft -> text(draft, Text.MESSAGE_ID)).toList();
        List<String> again =
                new Ga4Rows().read(row(7, CART)) instanceof Told.Events told
                        ? told.events().drafts().stream()
                                .map(draft -> text(draft, Text.MESSAGE_ID))
                                .toList()
                        : List.of();
        assertEquals(once, again);
        assertEquals(2, once.stream().distinct().count());
    }

    /** Written out, for whoever goes on with a file is another process. */
    @Test
    void idOfAnOrderIsTheSameInEveryProcess() {
        Draft order =
                read("""
                                {"event_timestamp":1772323200123456,"event_name":"purchase","user_pseudo_id":"1.2",
                                 "ecommerce":{"tax_value":900,"shipping_value":500,"purchase_revenue":9000,
                                              "transaction_id":"o-1"}}
                                """)
                        .getFirst();
        assertEquals(
                "{\"order_id\":\"o-1\",\"value\":9000,\"shipping\":500,\"tax\":900,"
                        + "\"revenue\":9000,\"total\":9000,\"cart_id\":\"1.2\"}",
                String.valueOf(order.section(Section.PROPERTIES)));
        assertEquals("f3b1afe2-cbe2-50b3-a8a2-ea8b0c1a56d4", text(order, Text.MESSAGE_ID));
    }

    @Test
    void orderHasItsNumbersFromItsOwnColumns() {
        Draft order =
                read("""
                                {"event_timestamp":1772323200123456,"event_name":"purchase","user_pseudo_id":"1.2",
                                 "ecommerce":{"transaction_id":"o-1","purchase_revenue":9000,"tax_value":900,"shipping_value":null},
                                 "items":[{"item_id":"tee"}]}
                                """)
                        .getFirst();
        assertEquals("Order Completed", text(order, Text.EVENT));
        String properties = String.valueOf(order.section(Section.PROPERTIES));
        for (String told :
                List.of(
                        "\"order_id\":\"o-1\"",
                        "\"total\":9000",
                        "\"tax\":900",
                        "\"products\":[{\"product_id\":\"tee\"}]")) {
            assertEquals(true, properties.contains(told), properties);
        }
    }

    @Test
    void userPropertiesAreTraits() {
        List<Draft> drafts =
                read(
                        """
                        {"event_timestamp":"1772323200123456","event_name":"login","user_pseudo_id":"1.2","user_id":"u-1",
                         "user_properties":[{"key":"tier","value":{"string_value":"gold","set_timestamp_micros":"1"}}]}
                        """);
        assertEquals(
                List.of("identify", "track"),
                drafts.stream().map(it -> text(it, Text.TYPE)).toList());
        assertEquals(
                "{\"tier\":\"gold\"}", String.valueOf(drafts.getFirst().section(Section.TRAITS)));
    }

    @Test
    void rowThatIsNoExportedEventIsRefused() {
        for (String row : List.of("[1]", "{\"event_name\":", "7", "\"x\"")) {
            assertNotNull(read(row).getFirst().flaw(), row);
        }
        assertEquals(1, read("{}").size());
    }

    @Test
    void halfACharacterIsLeftToTheJudge() {
        String row =
                "{\"event_name\":\"login\",\"user_pseudo_id\":\"1\",\"event_params\":[{\"key\":\"a\",\"value\":{\"string_value\":\"\\ud800\"}}]}";
        assertEquals(1, read(row).size());
    }

    private static List<Draft> read(String row) {
        return ((Told.Events) new Ga4Rows().read(row(1, row))).events().drafts();
    }

    private static Row.Whole row(long line, String row) {
        byte[] bytes = row.getBytes(UTF_8);
        return new Row.Whole(line, new Slice(bytes, 0, bytes.length));
    }

    private static String text(Draft draft, Text field) {
        return String.valueOf(draft.text(field));
    }
}
