package io.itinera.loadtests.ledger;

import java.util.concurrent.atomic.LongAdder;

/** What senders were told, counted while they send. */
public final class Tally {
    private final LongAdder begun = new LongAdder();
    private final LongAdder taken = new LongAdder();
    private final LongAdder aside = new LongAdder();
    private final LongAdder busy = new LongAdder();
    private final LongAdder unavailable = new LongAdder();
    private final LongAdder withoutDate = new LongAdder();
    private final LongAdder otherAnswers = new LongAdder();
    private final LongAdder notSent = new LongAdder();
    private final LongAdder broken = new LongAdder();

    /** Events that were sent, whatever came of them; repeats count. */
    public long begun() {
        return begun.sum();
    }

    /** Events that were taken. */
    public long taken() {
        return taken.sum();
    }

    /** Events that were put aside. */
    public long aside() {
        return aside.sum();
    }

    /** Requests that were answered 429. */
    public long busy() {
        return busy.sum();
    }

    /** Requests that were answered 503. */
    public long unavailable() {
        return unavailable.sum();
    }

    /** Answers 429 or 503 that did not say when to come back. */
    public long withoutDate() {
        return withoutDate.sum();
    }

    /** Requests that were answered with anything else than 200, 429 and 503. */
    public long otherAnswers() {
        return otherAnswers.sum();
    }

    /** Requests that could not leave: nobody listened. */
    public long notSent() {
        return notSent.sum();
    }

    /** Requests that left and were not answered. */
    public long broken() {
        return broken.sum();
    }

    void began(int events) {
        begun.add(events);
    }

    void took(int events, int putAside) {
        taken.add(events - (long) putAside);
        aside.add(putAside);
    }

    void count(Reply reply) {
        switch (reply) {
            case Reply.NotSent() -> notSent.increment();
            case Reply.Broken _ -> broken.increment();
            case Reply.Answered answered -> count(answered);
        }
    }

    private void count(Reply.Answered answered) {
        switch (answered.status()) {
            case 200 -> {}
            case 429 -> busy.increment();
            case 503 -> unavailable.increment();
            default -> otherAnswers.increment();
        }
        boolean later = answered.status() == 429 || answered.status() == 503;
        if (later && answered.retryAfter() == null) {
            withoutDate.increment();
        }
    }

    @Override
    public String toString() {
        return "taken %d, put aside %d, 429 %d, 503 %d, of these without Retry-After %d, other answers %d, not sent %d, broken %d"
                .formatted(
                        taken(),
                        aside(),
                        busy(),
                        unavailable(),
                        withoutDate(),
                        otherAnswers(),
                        notSent(),
                        broken());
    }
}
