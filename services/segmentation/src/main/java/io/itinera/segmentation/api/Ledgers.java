package io.itinera.segmentation.api;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.streams.Ask;
import io.itinera.segmentation.Reading;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.identity.LedgerLine;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Who customers are, read wherever they live; it blocks. */
@Singleton
final class Ledgers {
    /** Of so many who became a customer the ledgers are shown with theirs. */
    static final int MAX_LEDGERS = 50;

    private final Reading reading;

    Ledgers(Reading reading) {
        this.reading = reading;
    }

    /** A customer, or the one whom they have become. */
    IdentitiesAnswer follow(String workspace, UUID id, Ask ask) {
        IdentitiesAnswer answer = known(workspace, id, ask);
        UUID into = answer.movedTo();
        for (int hops = 0; into != null && hops < CustomersResource.MAX_MERGES_IN_A_ROW; hops++) {
            answer = known(workspace, into, ask).redirectedFrom(id);
            into = answer.movedTo();
        }
        return answer;
    }

    /** The same, with the ledgers that those brought along who became them. */
    IdentitiesAnswer whole(String workspace, UUID id, Ask ask) {
        IdentitiesAnswer whole = follow(workspace, id, ask);
        Deque<UUID> open = new ArrayDeque<>(whole.joined());
        Set<UUID> asked = new HashSet<>();
        while (!open.isEmpty() && asked.size() < MAX_LEDGERS) {
            UUID joined = open.removeFirst();
            if (asked.add(joined)) {
                IdentitiesAnswer theirs = ifKnown(() -> known(workspace, joined, ask)).orElse(null);
                if (theirs != null) {
                    whole = whole.with(theirs.ledger());
                    open.addAll(theirs.joined());
                }
            }
        }
        return whole;
    }

    /** A customer, or the one whom they have become; empty where they have been erased. */
    Optional<IdentitiesAnswer> followIfKnown(String workspace, UUID id, Ask ask) {
        return ifKnown(() -> follow(workspace, id, ask));
    }

    private static Optional<IdentitiesAnswer> ifKnown(Supplier<IdentitiesAnswer> answer) {
        try {
            return Optional.of(answer.get());
        } catch (Problem problem) {
            if (problem.code() == ProblemCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    /** What is known under this id itself. */
    IdentitiesAnswer known(String workspace, UUID id, Ask ask) {
        String uri = "/customers/" + id + "/identities";
        return reading.ofCustomer(
                workspace,
                id,
                IdentitiesAnswer.class,
                new Ask(uri, ask.authorization(), ask.passed()),
                () -> here(workspace, id));
    }

    private IdentitiesAnswer here(String workspace, UUID id) {
        Resident resident =
                reading.find(workspace, id).orElseThrow(() -> Problem.notFound("customer", id));
        List<LedgerLine> ledger = reading.ledger(workspace, id);
        return switch (resident) {
            case Customer customer ->
                    IdentitiesAnswer.of(customer, ledger, reading.undoable(workspace, id));
            case Resident.Erased _ -> throw Problem.notFound("customer", id);
            case Resident.Moved moved -> IdentitiesAnswer.moved(id, moved.into(), ledger);
        };
    }
}
