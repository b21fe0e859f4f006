package io.itinera.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Operand;
import io.itinera.contracts.condition.Test;
import io.itinera.contracts.condition.Times;
import io.itinera.contracts.condition.Window;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrinterTest {
    private static final Condition KEEN_AND_UNDECIDED =
            new Condition.All(
                    List.of(
                            new Condition.Any(
                                    List.of(
                                            new Condition.Trait(
                                                    "country",
                                                    new Test.Equals(new Operand.Literal("JP"))),
                                            new Condition.Trait("tags", new Test.Exists(false)))),
                            new Condition.Performed(
                                    "Product Added",
                                    new Times(2, null),
                                    new Window.Last(Duration.ofDays(7)),
                                    null),
                            new Condition.Not(
                                    new Condition.Performed(
                                            "Order Completed",
                                            Times.ONCE,
                                            new Window.Since(Window.Anchor.trigger),
                                            new Condition.Property(
                                                    "cart_id",
                                                    new Test.Equals(
                                                            new Operand.TriggerProperty(
                                                                    "cart_id")))))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | (country is JP or tags is not known) and did “Product Added” at least 2 times in the"
                        + " last 7 days and did not do “Order Completed” since the trigger where its"
                        + " cart_id is the trigger's cart_id",
                "ja | （countryがJPである、またはtagsがわかっていない）、かつ過去7日間に「Product Added」を2回以上行った、かつ"
                        + "きっかけ以降にそのcart_idがきっかけのcart_idであるの条件で「Order Completed」を行っていない",
                "zh-TW | （country 是 JP，或tags 為未知），且過去 7 天內做過至少 2 次「Product Added」，且觸發之後沒有做過"
                        + "「Order Completed」（其 cart_id 是 觸發事件的 cart_id）",
            })
    void conditionIsSaidInPlainWords(String locale, String words) {
        assertEquals(words, Conditions.print(KEEN_AND_UNDECIDED, Locale.forLanguageTag(locale)));
    }
}
