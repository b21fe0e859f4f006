package io.itinera.journeys.domain.plan;

import io.itinera.contracts.Channel;
import io.itinera.contracts.definitions.Entry.Reentry;
import io.itinera.contracts.definitions.Node.Wait.From;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How one language says the parts of a plan. */
interface Wording {

    /** The wording for a locale's language: Japanese, Chinese, else English. */
    static Wording of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "ja" -> new JapaneseWording();
            case "zh" -> new TraditionalChineseWording();
            default -> new EnglishWording();
        };
    }

    String trigger(String event, String where, String rule);

    String onceFor(@Nullable String key, Reentry reentry, @Nullable Duration interval);

    String exclude(String condition);

    String exit(String condition);

    String nothingStarts();

    String wait(Duration duration, From from);

    String choice(String condition, String label);

    String otherwise();

    String message(Channel channel);

    String end(String outcome);

    /** What stands between two sentences. */
    String between();
}
