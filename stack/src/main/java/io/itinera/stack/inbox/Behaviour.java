package io.itinera.stack.inbox;

import org.jspecify.annotations.Nullable;

/**
 * How the mail server misbehaves, for fault tests.
 *
 * @param rejectAfter mails that it still accepts from now on before it answers 452; null: all
 * @param delayMs how long it takes to answer after it has stored a mail
 * @param dropConnectionAfterData store the mail, then close the connection without the answer
 */
record Behaviour(@Nullable Integer rejectAfter, long delayMs, boolean dropConnectionAfterData) {

    static final long MAX_DELAY_MS = 600_000;

    static final Behaviour GOOD = new Behaviour(null, 0, false);

    Behaviour {
        if (rejectAfter != null && rejectAfter < 0) {
            throw new IllegalArgumentException("rejectAfter is negative: " + rejectAfter);
        }
        if (delayMs < 0 || delayMs > MAX_DELAY_MS) {
            throw new IllegalArgumentException("delayMs is not in 0.." + MAX_DELAY_MS);
        }
    }

    boolean rejectsNow() {
        return rejectAfter != null && rejectAfter == 0;
    }

    Behaviour afterOneMail() {
        return rejectAfter == null
                ? this
                : new Behaviour(Math.max(0, rejectAfter - 1), delayMs, dropConnectionAfterData);
    }
}
