package io.itinera.collector.domain;

/** Whose events a workspace does not take any more, because they were erased. */
@FunctionalInterface
public interface Suppressed {
    /** Nobody's. */
    Suppressed NOBODY = (_, _) -> false;

    /**
     * Whether one of them has this identity.
     *
     * @param kind the identity's kind, such as {@link io.itinera.contracts.Identities#USER}
     */
    boolean has(String kind, String value);
}
