package io.itinera.gateway.api;

import io.itinera.gateway.domain.Member;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member as the others see them.
 *
 * @param name what to call them; absent until they have signed in
 * @param invited whether they have yet to sign in
 */
record MemberView(UUID id, String email, @Nullable String name, String role, boolean invited) {
    static MemberView of(Member member) {
        return new MemberView(
                member.id(),
                member.email(),
                member.name(),
                member.role().text(),
                member.person() == null);
    }
}
