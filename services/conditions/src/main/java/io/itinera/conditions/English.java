package io.itinera.conditions;

import io.itinera.contracts.condition.Condition;
import java.util.List;

/** Says conditions in English. */
final class English implements Phrasebook {

    @Override
    public TestPhrases tests() {
        return new EnglishTests();
    }

    @Override
    public QuestionPhrases questions() {
        return new EnglishQuestions();
    }

    @Override
    public TurnPhrases turns() {
        return new EnglishTurns();
    }

    @Override
    public String all(List<String> parts) {
        return parts.isEmpty() ? "everyone" : String.join(" and ", parts);
    }

    @Override
    public String any(List<String> parts) {
        return parts.isEmpty() ? "no one" : String.join(" or ", parts);
    }

    @Override
    public String not(String part) {
        return "not (" + part + ")";
    }

    @Override
    public String group(String part) {
        return "(" + part + ")";
    }

    @Override
    public String trait(String name, String test) {
        return name + " " + test;
    }

    @Override
    public String property(String name, String test) {
        return "its " + name + " " + test;
    }

    @Override
    public String trigger(String name, String test) {
        return "the trigger's " + name + " " + test;
    }

    @Override
    public String account(String name, String test) {
        return "the account's " + name + " " + test;
    }

    @Override
    public String inSegment(String name) {
        return "is in segment “" + name + "”";
    }

    @Override
    public String notInSegment(String name) {
        return "is not in segment “" + name + "”";
    }

    @Override
    public String journey(String name, Condition.Journey.State state) {
        return switch (state) {
            case in -> "is in journey “" + name + "”";
            case finished -> "has finished journey “" + name + "”";
            case converted -> "has converted in journey “" + name + "”";
        };
    }

    @Override
    public String bucket(String salt, String from, String below) {
        return "falls between " + from + "% and " + below + "% by lot “" + salt + "”";
    }
}
