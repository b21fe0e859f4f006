package io.itinera.collector.limits;

import java.time.Duration;

/**
 * What one instance may still let in of one source. It spends what was lent to it and asks for more
 * before that is used up, so no request waits for a loan: what is let in meanwhile is a debt, of at
 * most one second's worth, that the next loan pays off.
 */
final class Allowance {
    /** A loan is a tenth of a second's worth, and who got less than asked waits as long. */
    private static final int LOANS_PER_SECOND = 10;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long PAUSE = NANOS_PER_SECOND / LOANS_PER_SECOND;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final int rate;
    private final long loan;
    private long balance;
    private boolean asking;
    private boolean refused;
    private long refusedAt;
    private long usedAt;

    /**
     * @param rate events in a second
     * @param now nanoseconds of a clock that only goes on
     */
    Allowance(int rate, long now) {
        this.rate = rate;
        this.loan = Math.max(1, rate / LOANS_PER_SECOND);
        this.balance = loan;
        this.usedAt = now;
    }

    int rate() {
        return rate;
    }

    /** Whether a request is let in now, however many events it has. */
    synchronized boolean admits(long now) {
        usedAt = now;
        return balance > 0 || (!isRefused(now) && balance > -rate);
    }

    /** How long one that is not let in should wait: whole seconds, until the debt is paid off. */
    synchronized Duration patience() {
        long seconds = Math.max(1, Math.ceilDiv(1 - balance, (long) rate));
        Duration wait = Duration.ofSeconds(seconds);
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Spends what a request that was let in had. */
    synchronized void spend(long events) {
        balance -= events;
    }

    /**
     * Gives back what a request spent of which nothing was taken. At most a second's worth is kept.
     */
    synchronized void giveBack(long events) {
        balance = Math.max(balance, Math.min(balance + events, rate));
    }

    /** How many to ask for now; 0 when there is enough, or somebody has asked already. */
    synchronized long want(long now) {
        if (asking || isRefused(now) || balance > loan / 2) {
            return 0;
        }
        asking = true;
        return loan - balance;
    }

    /** Takes what was lent of what was asked for. */
    synchronized void lent(long events, long asked, long now) {
        asking = false;
        balance += events;
        refused = events < asked;
        refusedAt = now;
    }

    private boolean isRefused(long now) {
        return refused && now - refusedAt < PAUSE;
    }

    /** Whether nothing is lost by forgetting it: it owes nothing, and a second ago was the last. */
    synchronized boolean isIdle(long now) {
        return !asking && balance >= 0 && now - usedAt > NANOS_PER_SECOND;
    }
}
