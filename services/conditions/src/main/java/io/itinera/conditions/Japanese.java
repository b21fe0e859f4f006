package io.itinera.conditions;

import io.itinera.contracts.condition.Times;
import java.time.Duration;
import java.util.List;

/** Says conditions in Japanese. */
final class Japanese implements Phrasebook {

    @Override
    public String all(List<String> parts) {
        return parts.isEmpty() ? "全員" : String.join("、かつ", parts);
    }

    @Override
    public String any(List<String> parts) {
        return parts.isEmpty() ? "該当者なし" : String.join("、または", parts);
    }

    @Override
    public String not(String part) {
        return "「" + part + "」ではない";
    }

    @Override
    public String group(String part) {
        return "（" + part + "）";
    }

    @Override
    public String trait(String name, String test) {
        return name + test;
    }

    @Override
    public String property(String name, String test) {
        return "その" + name + test;
    }

    @Override
    public String trigger(String name, String test) {
        return "きっかけの" + name + test;
    }

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
    public String ofTrigger(String property) {
        return "きっかけの" + property;
    }
}
