package io.itinera.segmentation;

import io.itinera.conditions.InvalidCondition;
import io.itinera.contracts.attribute.AttributeRule;
import io.itinera.contracts.definitions.AttributeDefinition;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.segmentation.domain.attributes.Family;
import io.itinera.segmentation.domain.attributes.Formula;
import io.itinera.segmentation.domain.attributes.Formulas;
import io.itinera.segmentation.store.AttributeRow;
import io.itinera.segmentation.store.AttributeRows;
import io.itinera.segmentation.store.AttributeVersionRow;
import io.itinera.segmentation.store.SegmentVersions;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Drafts of attributes and their publishing: the row and what is told of it are one transaction.
 */
@ApplicationScoped
public class AttributeDesk {
    private static final String KIND = "attribute";

    private final AttributeRows rows;
    private final SegmentVersions segments;
    private final Clock clock = Clock.systemUTC();

    AttributeDesk(AttributeRows rows, SegmentVersions segments) {
        this.rows = rows;
        this.segments = segments;
    }

    /**
     * An attribute as its authors left it.
     *
     * @param id the attribute
     * @param name the trait
     * @param rule the draft
     * @param version the version published last; 0 before the first
     * @param archived whether it holds no longer
     * @param editedAt when the draft was changed
     * @param publishedAt when a version was published last
     */
    public record Draft(
            UUID id,
            String name,
            AttributeRule rule,
            int version,
            boolean archived,
            Instant editedAt,
            @Nullable Instant publishedAt) {}

    /** A page of a workspace's attributes, oldest first. */
    @WithSession
    public Uni<List<Draft>> list(String workspace, @Nullable UUID after, int limit) {
        return rows.page(workspace, after, limit)
                .map(page -> page.stream().map(AttributeDesk::draft).toList());
    }

    /** One attribute. */
    @WithSession
    public Uni<Draft> find(String workspace, UUID id) {
        return rows.find(workspace, id).map(row -> draft(known(row, id)));
    }

    /** A new draft. */
    @WithTransaction
    public Uni<Draft> create(String workspace, String name, AttributeRule rule) {
        compiled(name, rule);
        AttributeRow row = new AttributeRow();
        row.id = Ids.v7();
        row.workspace = workspace;
        row.name = name;
        row.rule = Drafts.json(rule);
        row.editedAt = now();
        return rows.persist(row).map(AttributeDesk::draft);
    }

    /** Changes a draft; what was published goes on holding. */
    @WithTransaction
    public Uni<Draft> edit(String workspace, UUID id, String name, AttributeRule rule) {
        compiled(name, rule);
        return rows.hold(workspace, id)
                .map(
                        found -> {
                            AttributeRow row = Drafts.unarchived(found, KIND, id);
                            row.name = name;
                            row.rule = Drafts.json(rule);
                            row.editedAt = now();
                            return draft(row);
                        });
    }

    /**
     * Publishes the draft as the next version. Publishes of a workspace wait for one another, so
     * that two of them cannot close a circle together.
     */
    @WithTransaction
    public Uni<Integer> publish(String workspace, UUID id, String person) {
        return rows.waitForOthers(workspace)
                .chain(() -> rows.hold(workspace, id))
                .chain(
                        found -> {
                            AttributeRow row = Drafts.unarchived(found, KIND, id);
                            return rows.holding(workspace)
                                    .invoke(others -> refuse(row, others))
                                    .chain(() -> knowsItsSegment(row))
                                    .chain(() -> publish(row, person));
                        });
    }

    private Uni<Void> knowsItsSegment(AttributeRow row) {
        if (!(rule(row.rule) instanceof AttributeRule.Schedule it)) {
            return Uni.createFrom().voidItem();
        }
        return segments.holding(row.workspace, Set.of(it.segment()))
                .invoke(
                        found -> {
                            if (found.isEmpty()) {
                                throw new Problem(
                                        ProblemCode.FLAWED,
                                        "The segment that it names does not allow this",
                                        List.of(
                                                new Flaw(
                                                        "/rule/schedule/segment",
                                                        "no segment "
                                                                + it.segment()
                                                                + " is published")));
                            }
                        })
                .replaceWithVoid();
    }

    private static void refuse(AttributeRow row, List<AttributeVersionRow> others) {
        Formula formula = compiled(row.name, rule(row.rule));
        Map<String, Formula> holding = new HashMap<>();
        for (AttributeVersionRow other : others) {
            holding.put(other.attribute.toString(), compiled(other.name, rule(other.rule)));
        }
        List<String> objections = Family.objections(row.id.toString(), formula, holding);
        if (!objections.isEmpty()) {
            throw new Problem(
                    ProblemCode.FLAWED,
                    "The workspace's other attributes do not allow this",
                    objections.stream().map(why -> new Flaw("/rule", why)).toList());
        }
    }

    private Uni<Integer> publish(AttributeRow row, String person) {
        row.version++;
        row.publishedAt = now();
        AttributeVersionRow version = new AttributeVersionRow();
        version.attribute = row.id;
        version.version = row.version;
        version.name = row.name;
        version.rule = row.rule;
        version.publishedAt = row.publishedAt;
        version.publishedBy = person;
        AttributeDefinition definition =
                new AttributeDefinition(
                        row.id,
                        row.version,
                        row.workspace,
                        row.name,
                        rule(row.rule),
                        row.publishedAt,
                        Map.of());
        return version.persist().chain(() -> Drafts.publish(row, definition));
    }

    /** Ends an attribute: everyone loses its traits. */
    @WithTransaction
    public Uni<Void> archive(String workspace, UUID id) {
        return rows.hold(workspace, id).chain(found -> Drafts.archive(known(found, id)));
    }

    private static Formula compiled(String name, AttributeRule rule) {
        try {
            return Formulas.compile(name, rule);
        } catch (InvalidCondition e) {
            throw new Problem(
                    ProblemCode.FLAWED,
                    "The attribute makes no sense",
                    e.flaws().stream().map(flaw -> new Flaw(flaw.path(), flaw.message())).toList());
        }
    }

    private static AttributeRow known(@Nullable AttributeRow row, UUID id) {
        return Drafts.known(row, KIND, id);
    }

    private static Draft draft(AttributeRow row) {
        return new Draft(
                row.id,
                row.name,
                rule(row.rule),
                row.version,
                row.archived,
                row.editedAt,
                row.publishedAt);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static AttributeRule rule(String json) {
        return Drafts.read(json, AttributeRule.class);
    }
}
