package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import java.util.List;

/** Says conditions in Chinese as it is written in Taiwan. */
final class TraditionalChinese implements Phrasebook {

    @Override
    public TestPhrases tests() {
        return new TraditionalChineseTests();
    }

    @Override
    public QuestionPhrases questions() {
        return new TraditionalChineseQuestions();
    }

    @Override
    public TurnPhrases turns() {
        return new TraditionalChineseTurns();
    }

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
    public String account(String name, String test) {
        return "所屬帳戶的 " + name + " " + test;
    }

    @Override
    public String inSegment(String name) {
        return "在區隔「" + name + "」中";
    }

    @Override
    public String notInSegment(String name) {
        return "不在區隔「" + name + "」中";
    }

    @Override
    public String journey(String name, Condition.Journey.State state) {
        return switch (state) {
            case in -> "正在旅程「" + name + "」中";
            case finished -> "已走完旅程「" + name + "」";
            case converted -> "已在旅程「" + name + "」達成目標";
        };
    }

    @Override
    public String bucket(String salt, String from, String below) {
        return "由抽籤「" + salt + "」落在 " + from + "% 到 " + below + "% 之間";
    }
}
