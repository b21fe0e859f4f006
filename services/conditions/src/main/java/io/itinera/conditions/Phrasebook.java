package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
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

    TestPhrases tests();

    QuestionPhrases questions();

    TurnPhrases turns();

    String all(List<String> parts);

    String any(List<String> parts);

    String not(String part);

    String group(String part);

    String trait(String name, String test);

    String property(String name, String test);

    String trigger(String name, String test);

    String account(String name, String test);

    String inSegment(String name);

    String notInSegment(String name);

    String journey(String name, Condition.Journey.State state);

    /** From so many percent of everybody to so many. */
    String bucket(String salt, String from, String below);
}
