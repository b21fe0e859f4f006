package io.itinera.journeys.domain.plan;

import io.itinera.conditions.Length;
import io.itinera.contracts.Channel;
import io.itinera.contracts.definitions.Entry.Reentry;
import io.itinera.contracts.definitions.Node.Wait.From;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says plans in English. */
final class EnglishWording implements Wording {

    @Override
    public String trigger(String event, String where, String rule) {
        String filter = where.isEmpty() ? "" : " where " + where;
        String who = rule.isEmpty() ? "" : ", for those of whom this is true: " + rule;
        return "Starts when “" + event + "” happens" + filter + who + ".";
    }

    @Override
    public String onceFor(@Nullable String key, Reentry reentry, @Nullable Duration interval) {
        String each = key == null ? "One run at a time" : "One run at a time for each " + key;
        return switch (reentry) {
            case never -> key == null ? "Once only." : "Once only for each " + key + ".";
            case always -> each + ".";
            case after -> each + ", at most one in " + length(interval) + ".";
        };
    }

    @Override
    public String exclude(String condition) {
        return "Nobody gets in or is sent anything of whom this is true: " + condition + ".";
    }

    @Override
    public String exit(String condition) {
        return "Leaves at once when this is true: " + condition + ".";
    }

    @Override
    public String nothingStarts() {
        return "Nothing starts this yet.";
    }

    @Override
    public String wait(Duration duration, From from) {
        return switch (from) {
            case arrival -> "Waits " + length(duration) + ".";
            case trigger -> "Waits until " + length(duration) + " after the triggering event.";
            case latest -> "Waits until " + length(duration) + " after the run’s latest event.";
        };
    }

    @Override
    public String choice(String condition, String label) {
        return "If " + condition + ": “" + label + "”.";
    }

    @Override
    public String otherwise() {
        return "Otherwise goes on the other way.";
    }

    @Override
    public String message(Channel channel) {
        return switch (channel) {
            case EMAIL -> "Sends an e-mail.";
        };
    }

    @Override
    public String end(String outcome) {
        return "Ends as “" + outcome + "”.";
    }

    @Override
    public String between() {
        return " ";
    }

    private static String length(@Nullable Duration duration) {
        if (duration == null) {
            return "?";
        }
        Length length = Length.of(duration);
        String unit = length.unit().name().toLowerCase(Locale.ROOT);
        boolean one = length.count() == 1;
        return length.count() + " " + (one ? unit.substring(0, unit.length() - 1) : unit);
    }
}
