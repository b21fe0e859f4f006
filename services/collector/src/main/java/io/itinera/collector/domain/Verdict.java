package io.itinera.collector.domain;

import java.util.List;

/** Whether an event of a request is taken. */
public sealed interface Verdict {
    /** Which of the request's events, from 0. */
    int index();

    /** What people recognise it by. */
    Headline headline();

    /** All of it, as sent. */
    Slice whole();

    /**
     * Taken.
     *
     * @param key the record's key
     * @param event what is kept of it
     * @param breaches where it is not what the tracking plan says, if its source asked
     */
    record Accepted(
            int index,
            Headline headline,
            Slice whole,
            String key,
            NormalEvent event,
            List<Breach> breaches)
            implements Verdict {
        public Accepted {
            breaches = List.copyOf(breaches);
        }

        Accepted withBreaches(List<Breach> found) {
            return new Accepted(index, headline, whole, key, event, found);
        }
    }

    /**
     * Not taken.
     *
     * @param flaw why
     * @param retrial what it is judged by the next time
     */
    record Refused(int index, Headline headline, Slice whole, Flaw flaw, Retrial retrial)
            implements Verdict {}
}
