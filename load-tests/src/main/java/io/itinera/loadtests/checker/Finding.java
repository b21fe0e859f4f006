package io.itinera.loadtests.checker;

/** A way in which a promise can be broken. */
public enum Finding {
    /** It was taken, and it is nowhere. */
    LOST,
    /** It was taken and stands on {@code events}, and nothing has come of it. */
    WAITING,
    /** It was put aside with a reason, and it is not in quarantine. */
    LOST_ASIDE,
    /** Nobody sent it. */
    INVENTED,
    /** It was refused each time that it was sent, and stands somewhere. */
    KEPT_THOUGH_REFUSED,
    /** It stands more often than it was sent, or came out more than once. */
    REPEATED,
    /** It came before an earlier one of its customer. */
    OUT_OF_ORDER,
    /** What is in it is not what was sent. */
    CHANGED,
    /** Another customer has it, or two customers are one, or one is two. */
    WRONG_CUSTOMER,
    /** Another workspace has it. */
    WRONG_WORKSPACE,
    /** It was taken and put aside, too. */
    IN_TWO_PLACES,
    /** It is kept as if it came from another source. */
    WRONG_SOURCE,
    /** Its record's key is not its customer's, or is in two partitions: it has no order there. */
    WRONG_KEY,
    /** It is said to have happened or to have come when it did not, or to be history. */
    WRONG_TIME,
    /** Taken is not processed + waiting + quarantined. */
    UNBALANCED;

    /** Whether it means that something is missing. */
    boolean isLoss() {
        return this == LOST || this == WAITING || this == LOST_ASIDE;
    }
}
