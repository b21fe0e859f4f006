package io.itinera.loadtests.ledger;

/** One event, and all that was said to it. */
public final class Account {
    private final Sent sent;
    private final Attempts known;
    private Outcome best = Outcome.UNKNOWN;
    private int attempts;
    private int maybeKept;

    Account(Sent sent, Attempts known) {
        this.sent = sent;
        this.known = known;
    }

    void said(Outcome outcome) {
        best = attempts == 0 || outcome.compareTo(best) > 0 ? outcome : best;
        attempts++;
        maybeKept += outcome.mayHaveKept() ? 1 : 0;
    }

    /** What was sent. */
    public Sent sent() {
        return sent;
    }

    /** The strongest of what was said to it; unknown when nothing was. */
    public Outcome best() {
        return best;
    }

    /**
     * Whether the event was dated exactly when the ledger says; else an SDK did it, a moment later,
     * and told the collector by which clock.
     */
    public boolean isDatedExactly() {
        return known instanceof Attempts.Told;
    }

    /** How often it may stand where nothing is sorted out yet. */
    public int copiesAllowed() {
        return switch (known) {
            case Attempts.Told() -> Math.max(maybeKept, attempts == 0 ? 1 : 0);
            case Attempts.OwnRepeats(int most) -> most;
        };
    }
}
