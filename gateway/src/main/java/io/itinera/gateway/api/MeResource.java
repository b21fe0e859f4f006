package io.itinera.gateway.api;

import io.itinera.gateway.Members;
import io.itinera.gateway.Workspaces;
import io.itinera.gateway.api.door.Identities;
import io.itinera.gateway.domain.Member;
import io.itinera.gateway.domain.Person;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Who is signed in, and which workspaces are theirs. */
@Path("/api/me")
final class MeResource {
    private final Identities identities;
    private final Members members;
    private final Workspaces workspaces;
    private final @Nullable URI collector;

    MeResource(
            Identities identities,
            Members members,
            Workspaces workspaces,
            @ConfigProperty(name = "itinera.collector-url") Optional<URI> collector) {
        this.identities = identities;
        this.members = members;
        this.workspaces = workspaces;
        this.collector = collector.orElse(null);
    }

    @GET
    public Uni<Me> me() {
        return identities.current().flatMap(this::seen);
    }

    private Uni<Me> seen(Person person) {
        return members.of(person)
                .flatMap(
                        memberships ->
                                workspaces
                                        .all(ids(memberships))
                                        .map(
                                                found ->
                                                        Me.of(
                                                                person,
                                                                collector,
                                                                memberships,
                                                                found)));
    }

    private static List<UUID> ids(List<Member> memberships) {
        return memberships.stream().map(Member::workspace).toList();
    }
}
