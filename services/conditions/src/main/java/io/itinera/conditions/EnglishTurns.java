package io.itinera.conditions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says in English what would turn a condition over. */
final class EnglishTurns implements TurnPhrases {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("'on' d MMMM uuuu 'at' HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    @Override
    public String windowEnds(Instant at) {
        return MOMENT.format(at) + ", when the window ends";
    }

    @Override
    public String timeComes(Instant at) {
        return MOMENT.format(at) + ", when the time has come";
    }

    @Override
    public String more(String event, int times) {
        String often = times == 1 ? "one more" : times + " more";
        return event.isEmpty() ? often : often + " “" + event + "”";
    }

    @Override
    public String further(String event) {
        return "possibly, a further “" + event + "”";
    }

    @Override
    public String otherValue(String name) {
        return "another value of " + name;
    }

    @Override
    public String membership(String segment) {
        return "entering or leaving segment “" + segment + "”";
    }

    @Override
    public String progress(String journey) {
        return "beginning or ending journey “" + journey + "”";
    }

    @Override
    public String never() {
        return "nothing, ever";
    }
}
