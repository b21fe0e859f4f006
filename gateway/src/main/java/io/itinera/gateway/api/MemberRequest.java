package io.itinera.gateway.api;

import io.itinera.gateway.domain.Role;

/**
 * An invitation as it is sent.
 *
 * @param email the address to invite
 * @param role what its owner may do
 */
record MemberRequest(String email, Role role) {
    MemberRequest checked() {
        new Shape().address("/email", email).complete();
        return this;
    }
}
