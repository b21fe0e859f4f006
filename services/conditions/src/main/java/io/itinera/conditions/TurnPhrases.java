package io.itinera.conditions;

import java.time.Instant;

/** How one language says what would turn a condition over. */
interface TurnPhrases {

    String windowEnds(Instant at);

    String timeComes(Instant at);

    /** So many further events; of messages, whose outcomes have no name of their own, so many. */
    String more(String event, int times);

    String further(String event);

    String otherValue(String name);

    String membership(String segment);

    String progress(String journey);

    String never();
}
