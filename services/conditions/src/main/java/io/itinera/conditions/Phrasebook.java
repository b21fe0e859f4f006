package io.itinera.conditions;

import io.itinera.contracts.condition.Times;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How one language says the parts of a condition. */
interface Phrasebook {

    /** The phrasebook for a locale's language: Japanese, Chinese, else English. */
    static Phrasebook of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "ja" -> new Japanese();
            case "zh" -> new TraditionalChinese();
            default -> new English();
        };
    }

    String all(List<String> parts);

    String any(List<String> parts);

    String not(String part);

    String group(String part);

    String trait(String name, String test);

    String property(String name, String test);

    String trigger(String name, String test);

    String did(String event, Times times, String window, String where);

    String didNot(String event, Times times, String window, String where);

    String last(Duration length);

    String sinceTrigger();

    String equalTo(String operand);

    String oneOf(List<String> values);

    String contains(String operand);

    String startsWith(String operand);

    String lessThan(String operand);

    String atMost(String operand);

    String atLeast(String operand);

    String moreThan(String operand);

    String known();

    String unknown();

    String ofTrigger(String property);
}
