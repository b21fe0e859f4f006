package io.itinera.conditions;

import io.itinera.contracts.condition.Condition.Aggregate;
import io.itinera.contracts.condition.Condition.Occurrence;
import io.itinera.contracts.condition.MessageOutcome;
import io.itinera.contracts.condition.Times;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says questions about what a customer did in Japanese. */
final class JapaneseQuestions implements QuestionPhrases {

    @Override
    public String did(String event, Times times, String window, String where) {
        return window + filtered(where) + "「" + event + "」を" + often(times) + "行った";
    }

    @Override
    public String didNot(String event, Times times, String window, String where) {
        return window + filtered(where) + "「" + event + "」を" + often(times) + "行っていない";
    }

    private static String often(Times times) {
        if (times.equals(Times.ONCE)) {
            return "";
        }
        Integer most = times.atMost();
        if (most == null) {
            return times.atLeast() + "回以上";
        }
        if (most == times.atLeast()) {
            return "ちょうど" + most + "回";
        }
        return times.atLeast() == 0 ? most + "回以下" : times.atLeast() + "～" + most + "回";
    }

    private static String filtered(String where) {
        return where.isEmpty() ? "" : where + "の条件で";
    }

    private static String aside(String where) {
        return where.isEmpty() ? "" : "（" + where + "）";
    }

    @Override
    public String last(Duration duration) {
        Length length = Length.of(duration);
        String unit =
                switch (length.unit()) {
                    case DAYS -> "日間";
                    case HOURS -> "時間";
                    case MINUTES -> "分間";
                    case SECONDS -> "秒間";
                    default -> "ミリ秒間";
                };
        return "過去" + length.count() + unit + "に";
    }

    @Override
    public String sinceTrigger() {
        return "きっかけ以降に";
    }

    @Override
    public String aggregate(
            Aggregate.Of of,
            String property,
            String event,
            String window,
            String where,
            String test) {
        String number =
                switch (of) {
                    case sum -> "の合計";
                    case average -> "の平均";
                    case minimum -> "の最小値";
                    case maximum -> "の最大値";
                    case distinct -> "の種類の数";
                };
        return window + "行った「" + event + "」" + aside(where) + "の" + property + number + test;
    }

    @Override
    public String occurrence(Occurrence.Which which, String event, String where, String test) {
        String time =
                switch (which) {
                    case first -> "の最初の時刻";
                    case last -> "の最後の時刻";
                };
        return "「" + event + "」" + aside(where) + time + test;
    }

    @Override
    public String step(String event, String where) {
        return "「" + event + "」" + aside(where);
    }

    @Override
    public String sequence(List<String> steps, Duration within, String window) {
        return window + JapaneseTests.length(within) + "以内に" + String.join("、", steps) + "の順に行った";
    }

    @Override
    public String unfollowed(String did, String by, @Nullable Duration after, String window) {
        String ago = after == null ? "" : JapaneseTests.length(after) + "以上前に";
        return window + ago + did + "を最後に行い、その後" + by + "を行っていない";
    }

    @Override
    public String message(
            MessageOutcome outcome,
            @Nullable String journey,
            @Nullable String template,
            Times times,
            String window) {
        String of =
                (journey == null ? "" : "ジャーニー「" + journey + "」の")
                        + (template == null ? "" : "テンプレート「" + template + "」の");
        String often = often(times);
        return window
                + of
                + switch (outcome) {
                    case sent -> "メッセージが" + often + "送信された";
                    case delivered -> "メッセージが" + often + "届いた";
                    case opened -> "メッセージを" + often + "開いた";
                    case clicked -> "メッセージ内を" + often + "クリックした";
                    case bounced -> "メッセージが" + often + "不達になった";
                    case complained -> "メッセージを" + often + "迷惑だと報告した";
                    case unsubscribed -> "メッセージの配信を" + often + "停止した";
                    case failed -> "メッセージの送信に" + often + "失敗した";
                };
    }
}
