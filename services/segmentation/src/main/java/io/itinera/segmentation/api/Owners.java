package io.itinera.segmentation.api;

import io.itinera.kit.ids.Ids;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.streams.Ask;
import io.itinera.segmentation.domain.identity.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Whose a name is, wherever they live; it blocks. */
@Singleton
final class Owners {
    private final Fates fates;
    private final Ledgers ledgers;
    private final Namesakes namesakes;

    Owners(Fates fates, Ledgers ledgers, Namesakes namesakes) {
        this.fates = fates;
        this.ledgers = ledgers;
        this.namesakes = namesakes;
    }

    /**
     * What became of the only one who has a name, or whom it would begin when nobody has it.
     *
     * @throws Problem when several have it
     */
    Fates.Fate of(String workspace, Named name, Ask ask) {
        UUID begun = Ids.customer(workspace, name.kind(), name.value());
        List<UUID> owners =
                namesakes.of(workspace, name.value(), ask).stream()
                        .flatMap(id -> ledgers.followIfKnown(workspace, id, ask).stream())
                        .filter(answer -> has(answer, name))
                        .map(IdentitiesAnswer::customer)
                        .distinct()
                        .sorted()
                        .toList();
        if (owners.size() > 1) {
            throw new Problem(ProblemCode.CONFLICT, "Several customers have this name: " + owners);
        }
        return fates.follow(workspace, owners.isEmpty() ? begun : owners.getFirst(), ask);
    }

    private static boolean has(IdentitiesAnswer answer, Named name) {
        return answer.identities().stream()
                .anyMatch(it -> it.kind().equals(name.kind()) && it.value().equals(name.value()));
    }
}
