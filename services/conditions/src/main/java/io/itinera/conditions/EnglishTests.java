package io.itinera.conditions;

import java.time.Duration;
import java.util.List;

/** Says tests in English. */
final class EnglishTests implements TestPhrases {

    static String length(Duration duration) {
        Length length = Length.of(duration);
        return length.count() + " " + unit(length) + (length.count() == 1 ? "" : "s");
    }

    static String unit(Length length) {
        return switch (length.unit()) {
            case DAYS -> "day";
            case HOURS -> "hour";
            case MINUTES -> "minute";
            case SECONDS -> "second";
            default -> "millisecond";
        };
    }

    @Override
    public String equalTo(String operand) {
        return "is " + operand;
    }

    @Override
    public String oneOf(List<String> values) {
        return "is one of " + String.join(", ", values);
    }

    @Override
    public String contains(String operand) {
        return "contains " + operand;
    }

    @Override
    public String startsWith(String operand) {
        return "starts with " + operand;
    }

    @Override
    public String lessThan(String operand) {
        return "is less than " + operand;
    }

    @Override
    public String atMost(String operand) {
        return "is at most " + operand;
    }

    @Override
    public String atLeast(String operand) {
        return "is at least " + operand;
    }

    @Override
    public String moreThan(String operand) {
        return "is more than " + operand;
    }

    @Override
    public String known() {
        return "is known";
    }

    @Override
    public String unknown() {
        return "is not known";
    }

    @Override
    public String matches(String pattern) {
        return "matches the pattern " + pattern;
    }

    @Override
    public String before(String moment) {
        return "is earlier than " + moment;
    }

    @Override
    public String after(String moment) {
        return "is later than " + moment;
    }

    @Override
    public String anniversaryToday() {
        return "has its anniversary today";
    }

    @Override
    public String anniversary(Duration within) {
        return "has its anniversary within " + length(within);
    }

    @Override
    public String near(String place, String kilometres) {
        return "is within " + kilometres + " km of " + place;
    }

    @Override
    public String ago(Duration length) {
        return length(length) + " ago";
    }

    @Override
    public String ahead(Duration length) {
        return length(length) + " from now";
    }

    @Override
    public String ofTrigger(String property) {
        return "the trigger's " + property;
    }
}
