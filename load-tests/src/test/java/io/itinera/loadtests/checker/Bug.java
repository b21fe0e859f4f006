package io.itinera.loadtests.checker;

/**
 * A bug that an {@link Understudy} has, and what must be found of it. Each strikes once, or from
 * the start to the end.
 */
enum Bug {
    /** Answers before the write, and the write never comes. */
    ACKS_AND_FORGETS(Finding.LOST),
    DROPS_ONE_OF_A_BATCH(Finding.LOST),
    /** Keeps what it acked in memory until the next request, and is killed in between. */
    LOSES_WHAT_WAITED_AT_A_RESTART(Finding.LOST),
    /** A request that was kept and answered 503 comes again; one of it is given a new id. */
    GIVES_A_RETRY_A_NEW_ID(Finding.INVENTED),
    INVENTS_AN_EVENT(Finding.INVENTED),
    SWAPS_TWO_OF_ONE_CUSTOMER(Finding.OUT_OF_ORDER),
    CUTS_A_TEXT(Finding.CHANGED),
    GIVES_IT_TO_ANOTHER_CUSTOMER(Finding.WRONG_CUSTOMER),
    GIVES_IT_TO_ANOTHER_WORKSPACE(Finding.WRONG_WORKSPACE),
    GIVES_IT_TO_ANOTHER_SOURCE(Finding.WRONG_SOURCE),
    /** Its customer's other events may be overtaken by it, and seldom are. */
    WRITES_IT_UNDER_ANOTHER_KEY(Finding.WRONG_KEY),
    /** Deals records out to partitions in turn, whatever their keys. */
    SPREADS_A_KEY_OVER_PARTITIONS(Finding.WRONG_KEY),
    /** Takes the sender's clock for an hour slow, as a wrong correction does with every event. */
    MOVES_EVERY_TIME(Finding.WRONG_TIME),
    RECEIVES_IT_BEFORE_IT_WAS_SENT(Finding.WRONG_TIME),
    STAMPS_THE_RECORD_OTHERWISE(Finding.WRONG_TIME),
    TAKES_IT_FOR_HISTORY(Finding.WRONG_TIME),
    WRITES_ONE_TWICE(Finding.REPEATED),
    REFUSES_AND_KEEPS(Finding.KEPT_THOUGH_REFUSED),
    LOSES_A_QUARANTINED_ONE(Finding.LOST_ASIDE),
    CHANGES_A_QUARANTINED_ONE(Finding.CHANGED),
    /** Takes one and puts it aside, too. */
    COUNTS_ONE_TWICE(Finding.UNBALANCED),
    /** Says that it was put aside, and takes it. */
    TAKES_WHAT_IT_PUT_ASIDE(Finding.IN_TWO_PLACES),

    FORGETS_AN_ID_IN_THE_WINDOW(Finding.REPEATED),
    LEAVES_ONE_BEHIND(Finding.WAITING),
    SWAPS_TWO_IN_THE_STREAM(Finding.OUT_OF_ORDER),
    KEYS_ONE_OTHERWISE_IN_THE_STREAM(Finding.WRONG_KEY),
    COUNTS_IT_FOR_ANOTHER_PERSON(Finding.WRONG_CUSTOMER);

    private final Finding finding;

    Bug(Finding finding) {
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
