package io.itinera.conditions;

import io.itinera.contracts.condition.Condition.Aggregate;
import io.itinera.contracts.condition.Condition.Occurrence;
import io.itinera.contracts.condition.MessageOutcome;
import io.itinera.contracts.condition.Times;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says questions about what a customer did in Chinese as it is written in Taiwan. */
final class TraditionalChineseQuestions implements QuestionPhrases {

    @Override
    public String did(String event, Times times, String window, String where) {
        return window + "做過" + often(times) + "「" + event + "」" + aside(where);
    }

    @Override
    public String didNot(String event, Times times, String window, String where) {
        return window + "沒有做過" + often(times) + "「" + event + "」" + aside(where);
    }

    private static String often(Times times) {
        if (times.equals(Times.ONCE)) {
            return "";
        }
        Integer most = times.atMost();
        if (most == null) {
            return "至少 " + times.atLeast() + " 次";
        }
        if (most == times.atLeast()) {
            return "剛好 " + most + " 次";
        }
        return times.atLeast() == 0
                ? "最多 " + most + " 次"
                : " " + times.atLeast() + " 到 " + most + " 次";
    }

    private static String aside(String where) {
        return where.isEmpty() ? "" : "（" + where + "）";
    }

    @Override
    public String last(Duration duration) {
        return "過去 " + TraditionalChineseTests.length(duration) + "內";
    }

    @Override
    public String sinceTrigger() {
        return "觸發之後";
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
                    case sum -> "總和";
                    case average -> "平均";
                    case minimum -> "最小值";
                    case maximum -> "最大值";
                    case distinct -> "不同值的數量";
                };
        return window
                + "「"
                + event
                + "」"
                + aside(where)
                + "的 "
                + property
                + " "
                + number
                + " "
                + test;
    }

    @Override
    public String occurrence(Occurrence.Which which, String event, String where, String test) {
        String time =
                switch (which) {
                    case first -> "第一次";
                    case last -> "最後一次";
                };
        return time + "「" + event + "」" + aside(where) + "的時間 " + test;
    }

    @Override
    public String step(String event, String where) {
        return "「" + event + "」" + aside(where);
    }

    @Override
    public String sequence(List<String> steps, Duration within, String window) {
        return window
                + "在 "
                + TraditionalChineseTests.length(within)
                + "內依序做過"
                + String.join("、", steps);
    }

    @Override
    public String unfollowed(String did, String by, @Nullable Duration after, String window) {
        String ago = after == null ? "" : "至少 " + TraditionalChineseTests.length(after) + "前";
        return window + ago + "最後一次做過" + did + "，之後沒有做過" + by;
    }

    @Override
    public String message(
            MessageOutcome outcome,
            @Nullable String journey,
            @Nullable String template,
            Times times,
            String window) {
        String of =
                (journey == null ? "" : "旅程「" + journey + "」的")
                        + (template == null ? "" : "範本「" + template + "」的");
        String often = often(times);
        return window
                + switch (outcome) {
                    case sent -> "被送出過" + often + of + "訊息";
                    case delivered -> "收到過" + often + of + "訊息";
                    case opened -> "開啟過" + often + of + "訊息";
                    case clicked -> "點擊過" + often + of + "訊息中的連結";
                    case bounced -> "被退回過" + often + of + "訊息";
                    case complained -> "檢舉過" + often + of + "訊息";
                    case unsubscribed -> "退訂過" + often + of + "訊息";
                    case failed -> "有過" + often + of + "訊息傳送失敗";
                };
    }
}
