package io.itinera.segmentation.domain.people;

/** What ties a customer to one who is erased. */
public enum Tie {
    /** They had become the one who is erased. */
    MERGED,
    /** A name of the one who is erased begins them; somebody else may have it. */
    NAMED
}
