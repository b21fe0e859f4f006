package io.itinera.conditions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says in Chinese as it is written in Taiwan what would turn a condition over. */
final class TraditionalChineseTurns implements TurnPhrases {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm 'UTC'", Locale.TAIWAN)
                    .withZone(ZoneOffset.UTC);

    @Override
    public String windowEnds(Instant at) {
        return MOMENT.format(at) + " 期間結束時";
    }

    @Override
    public String timeComes(Instant at) {
        return "到了 " + MOMENT.format(at);
    }

    @Override
    public String more(String event, int times) {
        return event.isEmpty() ? "再 " + times + " 次" : "再做 " + times + " 次「" + event + "」";
    }

    @Override
    public String further(String event) {
        return "下一次「" + event + "」（視內容而定）";
    }

    @Override
    public String otherValue(String name) {
        return name + " 的值改變";
    }

    @Override
    public String membership(String segment) {
        return "進入或離開區隔「" + segment + "」";
    }

    @Override
    public String progress(String journey) {
        return "開始或結束旅程「" + journey + "」";
    }

    @Override
    public String never() {
        return "永遠不會變";
    }
}
