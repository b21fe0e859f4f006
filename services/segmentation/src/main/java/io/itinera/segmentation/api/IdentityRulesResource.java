package io.itinera.segmentation.api;

import io.itinera.contracts.Identities;
import io.itinera.contracts.definitions.IdentityRules;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.streams.Ask;
import io.itinera.kit.tenancy.Caller;
import io.itinera.segmentation.IdentityDesk;
import io.itinera.segmentation.Reading;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Which kinds of names are one person's alone in a workspace. */
@Path("/identities")
final class IdentityRulesResource {
    /** The most kinds that can be one person's alone. */
    static final int MAX_KINDS = 10;

    /** How long a kind can be. */
    static final int MAX_KIND = 50;

    private static final Set<String> ALWAYS = Set.of(Identities.USER, Identities.ANONYMOUS);

    private final Reading reading;
    private final IdentityDesk desk;
    private final Caller caller;

    IdentityRulesResource(Reading reading, IdentityDesk desk, Caller caller) {
        this.reading = reading;
        this.desk = desk;
        this.caller = caller;
    }

    /**
     * Which kinds are one person's alone.
     *
     * @param unique kinds beside the user id and the anonymous id; where an event has several, the
     *     first says whose it is
     * @param changedAt since when; absent while nobody has said so
     * @param changedBy who said so
     */
    @RegisterForReflection
    record Rules(List<String> unique, @Nullable Instant changedAt, @Nullable String changedBy) {
        static Rules of(IdentityRules rules) {
            return new Rules(rules.unique(), rules.changedAt(), rules.changedBy());
        }
    }

    /**
     * What somebody wants the rules to be.
     *
     * @param unique kinds, the first first
     */
    @RegisterForReflection
    record Wish(@Nullable List<String> unique) {}

    @GET
    @Operation(
            summary = "Which kinds of names are one person's alone",
            description =
                    "Beside the user id and the anonymous id. At first none is: an email address is a"
                            + " name that several customers may have.")
    public Rules get(HttpServerRequest request) {
        String workspace = caller.workspace();
        return reading.ofAll(Rules.class, Ask.of(request), () -> here(workspace)).getFirst();
    }

    private Rules here(String workspace) {
        return reading.identityRules(workspace)
                .map(Rules::of)
                .orElse(new Rules(List.of(), null, null));
    }

    @PUT
    @Operation(
            summary = "Say which kinds of names are one person's alone",
            description =
                    "In the order in which they say whose an event is that has several of them and no"
                            + " user id and no device. From then on the first user who has such a name"
                            + " is given what was done under it alone, and whoever claims it later is"
                            + " noted in both ledgers. It holds within seconds, for what comes then;"
                            + " nobody who has been merged is parted by it.")
    public Uni<Rules> put(Wish wish) {
        return desk.rule(caller.workspace(), checked(wish.unique()), caller.person())
                .map(Rules::of);
    }

    private static List<String> checked(@Nullable List<String> unique) {
        if (unique == null || unique.size() > MAX_KINDS) {
            throw flawed("/unique", "is to be a list of at most " + MAX_KINDS + " kinds");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < unique.size(); i++) {
            String kind = unique.get(i);
            if (kind == null || kind.isBlank() || kind.length() > MAX_KIND) {
                throw flawed("/unique/" + i, "is to be a kind of at most " + MAX_KIND + " letters");
            }
            if (ALWAYS.contains(kind)) {
                throw flawed("/unique/" + i, kind + " is one person's in a way of its own");
            }
            if (!seen.add(kind)) {
                throw flawed("/unique/" + i, kind + " stands there twice");
            }
        }
        return unique;
    }

    private static Problem flawed(String path, String message) {
        return new Problem(
                ProblemCode.FLAWED, "The rules make no sense", List.of(new Flaw(path, message)));
    }
}
