package io.itinera.gateway.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is let into a workspace, or will be once they sign in.
 *
 * @param id the membership
 * @param workspace the workspace
 * @param email the address that was invited, in lower case
 * @param name what to call them; null until they have signed in
 * @param person the subject of their tokens; null until they have signed in
 * @param role what they may do
 */
public record Member(
        UUID id,
        UUID workspace,
        String email,
        @Nullable String name,
        @Nullable String person,
        Role role) {
    /** Whether the workspace would have no owner who can sign in if this member left. */
    public boolean isLastOwner(List<Member> all) {
        return isActingOwner()
                && all.stream()
                        .filter(other -> !other.id.equals(id))
                        .noneMatch(Member::isActingOwner);
    }

    private boolean isActingOwner() {
        return role == Role.OWNER && person != null;
    }
}
