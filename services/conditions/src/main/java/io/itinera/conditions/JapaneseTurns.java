package io.itinera.conditions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says in Japanese what would turn a condition over. */
final class JapaneseTurns implements TurnPhrases {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm 'UTC'", Locale.JAPANESE)
                    .withZone(ZoneOffset.UTC);

    @Override
    public String windowEnds(Instant at) {
        return MOMENT.format(at) + "に期間が終わったとき";
    }

    @Override
    public String timeComes(Instant at) {
        return MOMENT.format(at) + "になったとき";
    }

    @Override
    public String more(String event, int times) {
        return event.isEmpty() ? "あと" + times + "回" : "「" + event + "」があと" + times + "回";
    }

    @Override
    public String further(String event) {
        return "次の「" + event + "」（内容による）";
    }

    @Override
    public String otherValue(String name) {
        return name + "の値の変化";
    }

    @Override
    public String membership(String segment) {
        return "セグメント「" + segment + "」への出入り";
    }

    @Override
    public String progress(String journey) {
        return "ジャーニー「" + journey + "」の開始または終了";
    }

    @Override
    public String never() {
        return "変わることはない";
    }
}
