package io.itinera.gateway.api;

import io.itinera.contracts.settings.Workspace;
import io.itinera.gateway.domain.Member;
import io.itinera.gateway.domain.Person;
import io.itinera.gateway.domain.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in.
 *
 * @param person who it is
 * @param mayCreateWorkspaces whether they may create workspaces
 * @param workspaces those that they are a member of
 */
record Me(Self person, boolean mayCreateWorkspaces, List<WorkspaceView> workspaces) {
    /**
     * A person as they see themselves.
     *
     * @param id the subject of their tokens
     * @param name what to call them
     * @param email their address; absent when their provider tells none
     */
    record Self(String id, String name, @Nullable String email) {}

    static Me of(Person person, List<Member> memberships, List<Workspace> workspaces) {
        Map<String, Role> roles =
                memberships.stream()
                        .collect(
                                Collectors.toMap(
                                        member -> member.workspace().toString(), Member::role));
        return new Me(
                new Self(person.id(), person.name(), person.email()),
                person.mayCreateWorkspaces(),
                workspaces.stream()
                        .map(workspace -> WorkspaceView.of(workspace, roles.get(workspace.id())))
                        .toList());
    }
}
