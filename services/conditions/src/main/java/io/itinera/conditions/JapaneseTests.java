package io.itinera.conditions;

import java.time.Duration;
import java.util.List;

/** Says tests in Japanese. */
final class JapaneseTests implements TestPhrases {

    /** A point so far away: 7日 before or after. */
    static String length(Duration duration) {
        Length length = Length.of(duration);
        String unit =
                switch (length.unit()) {
                    case DAYS -> "日";
                    case HOURS -> "時間";
                    case MINUTES -> "分";
                    case SECONDS -> "秒";
                    default -> "ミリ秒";
                };
        return length.count() + unit;
    }

    @Override
    public String equalTo(String operand) {
        return "が" + operand + "である";
    }

    @Override
    public String oneOf(List<String> values) {
        return "が" + String.join("、", values) + "のいずれかである";
    }

    @Override
    public String contains(String operand) {
        return "が" + operand + "を含む";
    }

    @Override
    public String startsWith(String operand) {
        return "が" + operand + "で始まる";
    }

    @Override
    public String lessThan(String operand) {
        return "が" + operand + "未満である";
    }

    @Override
    public String atMost(String operand) {
        return "が" + operand + "以下である";
    }

    @Override
    public String atLeast(String operand) {
        return "が" + operand + "以上である";
    }

    @Override
    public String moreThan(String operand) {
        return "が" + operand + "より大きい";
    }

    @Override
    public String known() {
        return "がわかっている";
    }

    @Override
    public String unknown() {
        return "がわかっていない";
    }

    @Override
    public String matches(String pattern) {
        return "がパターン" + pattern + "に一致する";
    }

    @Override
    public String before(String moment) {
        return "が" + moment + "より前である";
    }

    @Override
    public String after(String moment) {
        return "が" + moment + "より後である";
    }

    @Override
    public String anniversaryToday() {
        return "の記念日が今日である";
    }

    @Override
    public String anniversary(Duration within) {
        return "の記念日が" + length(within) + "以内に来る";
    }

    @Override
    public String near(String place, String kilometres) {
        return "が" + place + "から" + kilometres + "km以内にある";
    }

    @Override
    public String ago(Duration length) {
        return length(length) + "前";
    }

    @Override
    public String ahead(Duration length) {
        return length(length) + "後";
    }

    @Override
    public String ofTrigger(String property) {
        return "きっかけの" + property;
    }
}
