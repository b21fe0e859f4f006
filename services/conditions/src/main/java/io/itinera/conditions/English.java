package io.itinera.conditions;

import io.itinera.contracts.condition.Times;
import java.time.Duration;
import java.util.List;

/** Says conditions in English. */
final class English implements Phrasebook {

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
    public String did(String event, Times times, String window, String where) {
        return "did “" + event + "”" + often(times) + window + filtered(where);
    }

    @Override
    public String didNot(String event, Times times, String window, String where) {
        return "did not do “" + event + "”" + often(times) + window + filtered(where);
    }

    private static String often(Times times) {
        if (times.equals(Times.ONCE)) {
            return "";
        }
        Integer most = times.atMost();
        if (most == null) {
            return " at least " + count(times.atLeast());
        }
        if (most == times.atLeast()) {
            return " exactly " + count(most);
        }
        return times.atLeast() == 0
                ? " at most " + count(most)
                : " " + times.atLeast() + " to " + count(most);
    }

    private static String count(int times) {
        return times == 1 ? "once" : times + " times";
    }

    private static String filtered(String where) {
        return where.isEmpty() ? "" : " where " + where;
    }

    @Override
    public String last(Duration duration) {
        Length length = Length.of(duration);
        String unit =
                switch (length.unit()) {
                    case DAYS -> "day";
                    case HOURS -> "hour";
                    case MINUTES -> "minute";
                    case SECONDS -> "second";
                    default -> "millisecond";
                };
        return " in the last " + (length.count() == 1 ? unit : length.count() + " " + unit + "s");
    }

    @Override
    public String sinceTrigger() {
        return " since the trigger";
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
    public String ofTrigger(String property) {
        return "the trigger's " + property;
    }
}
