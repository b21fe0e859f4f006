package io.itinera.segmentation.domain.identity;

import java.util.UUID;

/** Derives the customer whom an identity begins; the same for everyone who asks. */
@FunctionalInterface
public interface CustomerIds {

    /** The customer of this identity, before any link. */
    UUID of(String workspace, String kind, String value);
}
