package io.itinera.conditions;

import io.itinera.contracts.condition.Times;
import java.time.Duration;
import java.util.List;

/** Says conditions in Chinese as it is written in Taiwan. */
final class TraditionalChinese implements Phrasebook {

    @Override
    public String all(List<String> parts) {
        return parts.isEmpty() ? "所有人" : String.join("，且", parts);
    }

    @Override
    public String any(List<String> parts) {
        return parts.isEmpty() ? "沒有人" : String.join("，或", parts);
    }

    @Override
    public String not(String part) {
        return "並非「" + part + "」";
    }

    @Override
    public String group(String part) {
        return "（" + part + "）";
    }

    @Override
    public String trait(String name, String test) {
        return name + " " + test;
    }

    @Override
    public String property(String name, String test) {
        return "其 " + name + " " + test;
    }

    @Override
    public String trigger(String name, String test) {
        return "觸發事件的 " + name + " " + test;
    }

    @Override
    public String did(String event, Times times, String window, String where) {
        return window + "做過" + often(times) + "「" + event + "」" + filtered(where);
    }

    @Override
    public String didNot(String event, Times times, String window, String where) {
        return window + "沒有做過" + often(times) + "「" + event + "」" + filtered(where);
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

    private static String filtered(String where) {
        return where.isEmpty() ? "" : "（" + where + "）";
    }

    @Override
    public String last(Duration duration) {
        Length length = Length.of(duration);
        String unit =
                switch (length.unit()) {
                    case DAYS -> "天";
                    case HOURS -> "小時";
                    case MINUTES -> "分鐘";
                    case SECONDS -> "秒";
                    default -> "毫秒";
                };
        return "過去 " + length.count() + " " + unit + "內";
    }

    @Override
    public String sinceTrigger() {
        return "觸發之後";
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
    public String ofTrigger(String property) {
        return "觸發事件的 " + property;
    }
}
