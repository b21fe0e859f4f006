package io.itinera.segmentation.domain.attributes;

import io.itinera.contracts.activity.ActivityCause;
import java.util.UUID;

/**
 * A published attribute.
 *
 * @param workspace the tenant
 * @param id the attribute
 * @param version the version that holds
 * @param formula how its traits are made
 */
public record Attribute(String workspace, UUID id, int version, Formula formula) {

    /** An attribute that holds no longer: everyone loses its traits. */
    public static Attribute archived(String workspace, UUID id, int version) {
        return new Attribute(workspace, id, version, new Formula.Nothing());
    }

    /** What is behind the changes that its computation over everyone's history makes. */
    public ActivityCause cause() {
        return version > 1 ? ActivityCause.edit : ActivityCause.backfill;
    }

    /** How it is named where segments are, too. */
    public String key() {
        return id.toString();
    }
}
