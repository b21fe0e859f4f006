package io.itinera.gateway.api.door;

import io.itinera.gateway.Members;
import io.itinera.gateway.api.proxy.Onward;
import io.itinera.gateway.api.proxy.Onward.Patience;
import io.itinera.gateway.api.proxy.Passage;
import io.itinera.gateway.api.proxy.Streams;
import io.itinera.gateway.api.proxy.Upstreams;
import io.itinera.gateway.domain.Member;
import io.itinera.gateway.domain.Person;
import io.itinera.gateway.domain.Right;
import io.itinera.gateway.domain.Service;
import io.itinera.gateway.domain.WorkspacePath;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemAnswer;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.tenancy.Grant;
import io.itinera.kit.tenancy.TokenMint;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;

/**
 * The one gate before everything that belongs to a workspace: who is no member learns nothing of
 * it, who lacks the right is told so, and the rest goes on to the service that answers for the
 * path, or to the gateway's own resources.
 */
@ApplicationScoped
public class Gate {
    /** Before REST and the page, whose routes come last. */
    private static final int ORDER = 1;

    /**
     * A file of events may be of any length: after login (−100), before bodies are bounded (−2).
     */
    private static final int UPLOAD_ORDER = -10;

    private static final Set<String> OWN_ROOMS = Set.of("members", "sources");

    private final Identities identities;
    private final Members members;
    private final Upstreams upstreams;
    private final Streams streams;
    private final TokenMint mint;

    Gate(
            Identities identities,
            Members members,
            Upstreams upstreams,
            Streams streams,
            TokenMint mint) {
        this.identities = identities;
        this.members = members;
        this.upstreams = upstreams;
        this.streams = streams;
        this.mint = mint;
    }

    void stand(@Observes Router router) {
        router.routeWithRegex("/api/workspaces/.+")
                .order(ORDER)
                .handler(exchange -> meet(exchange, Patience.FROM_BEGINNING));
        router.patchWithRegex("/api/workspaces/[^/]+/imports/[^/]+")
                .order(UPLOAD_ORDER)
                .handler(exchange -> meet(exchange, Patience.FROM_END));
    }

    private void meet(RoutingContext exchange, Patience patience) {
        exchange.request().pause();
        UniHelper.toFuture(Uni.createFrom().deferred(() -> admit(exchange, patience)))
                .onFailure(failure -> refuse(exchange, failure));
    }

    private Uni<Void> admit(RoutingContext exchange, Patience patience) {
        WorkspacePath path =
                WorkspacePath.of(exchange.normalizedPath()).orElseThrow(Gate::nothingHere);
        Right needed = Right.neededFor(exchange.request().method().name(), path.segments());
        return QuarkusHttpUser.getSecurityIdentity(exchange, null)
                .map(identities::person)
                .flatMap(
                        person ->
                                members.enter(person, path.workspace())
                                        .onItem()
                                        .ifNull()
                                        .failWith(Gate::nothingHere)
                                        .invoke(member -> require(member, needed))
                                        .invoke(
                                                member ->
                                                        lead(
                                                                exchange, path, person, member,
                                                                patience)))
                .replaceWithVoid();
    }

    private static void require(Member member, Right needed) {
        if (!member.role().may(needed)) {
            throw new Problem(
                    ProblemCode.FORBIDDEN,
                    "This needs the right to "
                            + needed.text()
                            + ", which the role "
                            + member.role().text()
                            + " does not have");
        }
    }

    private void lead(
            RoutingContext exchange,
            WorkspacePath path,
            Person person,
            Member member,
            Patience patience) {
        if (path.service().isPresent()) {
            pass(exchange, path, path.service().get(), person, member, patience);
            return;
        }
        if (!isOwnRoom(path.segments())) {
            throw nothingHere();
        }
        new Entrance(person, member).let(exchange);
        exchange.request().resume();
        exchange.next();
    }

    private static boolean isOwnRoom(List<String> segments) {
        return segments.isEmpty() || OWN_ROOMS.contains(segments.getFirst());
    }

    private void pass(
            RoutingContext exchange,
            WorkspacePath path,
            Service service,
            Person person,
            Member member,
            Patience patience) {
        Grant grant =
                new Grant(
                        path.workspace().toString(),
                        member.person(),
                        Set.copyOf(member.role().rights()));
        String query = exchange.request().query();
        String uri = query == null ? path.rest() : path.rest() + "?" + query;
        String token = mint.mint(service.text(), grant);
        Onward onward = new Onward(service, uri, person.id(), token, patience);
        new Passage(exchange, upstreams, streams, onward).begin();
    }

    private static void refuse(RoutingContext exchange, Throwable failure) {
        exchange.request().resume();
        if (failure instanceof Problem problem) {
            ProblemAnswer.end(exchange, problem);
            return;
        }
        exchange.fail(failure);
    }

    private static Problem nothingHere() {
        return new Problem(ProblemCode.NOT_FOUND, "There is no such workspace, or nothing there");
    }
}
