package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import java.util.List;

/** Says conditions in Japanese. */
final class Japanese implements Phrasebook {

    @Override
    public TestPhrases tests() {
        return new JapaneseTests();
    }

    @Override
    public QuestionPhrases questions() {
        return new JapaneseQuestions();
    }

    @Override
    public TurnPhrases turns() {
        return new JapaneseTurns();
    }

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
    public String account(String name, String test) {
        return "アカウントの" + name + test;
    }

    @Override
    public String inSegment(String name) {
        return "セグメント「" + name + "」に入っている";
    }

    @Override
    public String notInSegment(String name) {
        return "セグメント「" + name + "」に入っていない";
    }

    @Override
    public String journey(String name, Condition.Journey.State state) {
        return switch (state) {
            case in -> "ジャーニー「" + name + "」の途中である";
            case finished -> "ジャーニー「" + name + "」を終えた";
            case converted -> "ジャーニー「" + name + "」で目標に達した";
        };
    }

    @Override
    public String bucket(String salt, String from, String below) {
        return "抽選「" + salt + "」で" + from + "%から" + below + "%の間に入る";
    }
}
