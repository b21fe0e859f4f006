package io.itinera.gateway.api;

/**
 * An invitation as it is sent.
 *
 * @param email the address to invite
 * @param role what its owner may do
 */
record MemberRequest(String email, String role) {
    MemberRequest checked() {
        new Shape().address("/email", email).role("/role", role).complete();
        return this;
    }
}
