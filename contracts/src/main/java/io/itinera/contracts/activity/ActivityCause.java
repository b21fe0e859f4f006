package io.itinera.contracts.activity;

/** What brought an activity or a change of membership about, named as on the wire. */
public enum ActivityCause {
    /** An event. */
    event,
    /** An outcome. */
    outcome,
    /** Time alone. */
    time,
    /**
     * What was known long since: a segment computed over everyone's history, when it was published
     * first, or what an import said of the account that the customer belongs to.
     */
    backfill,
    /**
     * The same when it was published anew or archived: the customer did nothing, the rule moved.
     */
    edit,
    /** Two customers found to be one. */
    merge,
    /** A merge undone: each has their own again. */
    unmerge,
    /** Something became known of the account that the customer belongs to. */
    account,
    /** The customer was erased: the last that is told of them, and whoever follows forgets them. */
    erasure
}
