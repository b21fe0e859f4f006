package io.itinera.gateway.api;

import io.itinera.contracts.settings.Workspace;
import io.itinera.gateway.domain.Member;
import io.itinera.gateway.domain.Person;
import io.itinera.gateway.domain.Role;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in.
 *
 * @param person who it is
 * @param mayCreateWorkspaces whether they may create workspaces
 * @param collector where events are sent; absent when it is where the page is
 * @param workspaces those that they are a member of
 */
record Me(
        Self person,
        boolean mayCreateWorkspaces,
        @Nullable URI collector,
        List<WorkspaceView> workspaces) {
    /**
     * A person as they see themselves.
     *
     * @param id the subject of their tokens
     * @param name what to call them
     * @param email their address; absent when their provider tells none
     */
    record Self(String id, String name, @Nullable String email) {}

    static Me of(
            Person person,
            @Nullable URI collector,
            List<Member> memberships,
            List<Workspace> workspaces) {
        Map<String, Role> roles =
                memberships.stream()
                        .collect(
                                Collectors.toMap(
                                        member -> member.workspace().toString(), Member::role));
        return new Me(
                new Self(person.id(), person.name(), person.email()),
                person.mayCreateWorkspaces(),
                collector,
                workspaces.stream()
                        .map(workspace -> WorkspaceView.of(workspace, roles.get(workspace.id())))
                        .toList());
    }
}
