package io.itinera.conditions;

import java.time.Duration;
import java.util.List;

/** Says tests in Chinese as it is written in Taiwan. */
final class TraditionalChineseTests implements TestPhrases {

    static String length(Duration duration) {
        Length length = Length.of(duration);
        String unit =
                switch (length.unit()) {
                    case DAYS -> "天";
                    case HOURS -> "小時";
                    case MINUTES -> "分鐘";
                    case SECONDS -> "秒";
                    default -> "毫秒";
                };
        return length.count() + " " + unit;
    }

    @Override
    public String equalTo(String operand) {
        return "是 " + operand;
    }

    @Override
    public String oneOf(List<String> values) {
        return "是其中之一：" + String.join("、", values);
    }

    @Override
    public String contains(String operand) {
        return "包含 " + operand;
    }

    @Override
    public String startsWith(String operand) {
        return "開頭是 " + operand;
    }

    @Override
    public String lessThan(String operand) {
        return "小於 " + operand;
    }

    @Override
    public String atMost(String operand) {
        return "不超過 " + operand;
    }

    @Override
    public String atLeast(String operand) {
        return "不少於 " + operand;
    }

    @Override
    public String moreThan(String operand) {
        return "大於 " + operand;
    }

    @Override
    public String known() {
        return "為已知";
    }

    @Override
    public String unknown() {
        return "為未知";
    }

    @Override
    public String matches(String pattern) {
        return "符合模式 " + pattern;
    }

    @Override
    public String before(String moment) {
        return "早於 " + moment;
    }

    @Override
    public String after(String moment) {
        return "晚於 " + moment;
    }

    @Override
    public String anniversaryToday() {
        return "的週年日是今天";
    }

    @Override
    public String anniversary(Duration within) {
        return "的週年日在 " + length(within) + "內";
    }

    @Override
    public String near(String place, String kilometres) {
        return "距離 " + place + " 不超過 " + kilometres + " 公里";
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
        return "觸發事件的 " + property;
    }
}
