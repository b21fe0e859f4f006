package io.itinera.segmentation;

import io.itinera.conditions.Compiled;
import io.itinera.conditions.Conditions;
import io.itinera.conditions.InvalidCondition;
import io.itinera.conditions.Knowledge;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.definitions.SegmentDefinition;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.segmentation.store.SegmentRow;
import io.itinera.segmentation.store.SegmentRows;
import io.itinera.segmentation.store.SegmentVersionRow;
import io.itinera.segmentation.store.SegmentVersions;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Drafts of segments and their publishing: the row and what is told of it are one transaction. */
@ApplicationScoped
public class SegmentDesk {
    /** How many segments a page has at most. */
    public static final int MAX_PAGE = 200;

    private static final String KIND = "segment";

    private static final Set<Knowledge> KNOWN =
            Set.of(Knowledge.SEGMENTS, Knowledge.ACCOUNTS, Knowledge.JOURNEYS);

    private final SegmentRows rows;
    private final SegmentVersions versions;
    private final SegmentNesting nesting;
    private final Clock clock = Clock.systemUTC();

    SegmentDesk(SegmentRows rows, SegmentVersions versions, SegmentNesting nesting) {
        this.rows = rows;
        this.versions = versions;
        this.nesting = nesting;
    }

    /**
     * A segment as its authors left it.
     *
     * @param id the segment
     * @param name what people call it
     * @param condition the draft
     * @param version the version published last; 0 before the first
     * @param archived whether it holds no longer
     * @param editedAt when the draft was changed
     * @param publishedAt when a version was published last
     * @param names what people call the segments that the draft mentions, by their ids
     */
    public record Segment(
            UUID id,
            String name,
            Condition condition,
            int version,
            boolean archived,
            Instant editedAt,
            @Nullable Instant publishedAt,
            Map<String, String> names) {}

    /** A page of a workspace's segments, oldest first. */
    @WithSession
    public Uni<List<Segment>> list(String workspace, @Nullable UUID after, int limit) {
        return rows.page(workspace, after, limit).chain(page -> named(workspace, page));
    }

    /** One segment. */
    @WithSession
    public Uni<Segment> find(String workspace, UUID id) {
        return rows.find(workspace, id).chain(row -> named(known(row, id)));
    }

    /**
     * The condition that holds: the one published last, or the draft before that.
     *
     * @param segment the segment
     * @param condition that condition
     */
    public record Holding(Segment segment, Condition condition) {}

    /** What holds of one segment. */
    @WithSession
    public Uni<Holding> holding(String workspace, UUID id) {
        return rows.find(workspace, id)
                .chain(row -> named(known(row, id)))
                .chain(
                        segment ->
                                versions.holding(workspace, Set.of(id.toString()))
                                        .map(
                                                published ->
                                                        new Holding(
                                                                segment,
                                                                published.isEmpty()
                                                                        ? segment.condition()
                                                                        : condition(
                                                                                published.getFirst()
                                                                                        .condition))));
    }

    /** What people call segments, by their ids. */
    @WithSession
    public Uni<Map<String, String>> names(String workspace, Collection<String> segments) {
        return rows.named(workspace, segments)
                .map(
                        found ->
                                found.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        row -> row.id.toString(),
                                                        row -> row.name)));
    }

    /** A new draft. */
    @WithTransaction
    public Uni<Segment> create(String workspace, String name, Condition condition) {
        check(condition);
        SegmentRow row = new SegmentRow();
        row.id = Ids.v7();
        row.workspace = workspace;
        row.name = name;
        row.condition = Drafts.json(condition);
        row.editedAt = now();
        return rows.persist(row).chain(this::named);
    }

    /** Changes a draft; what was published goes on holding. */
    @WithTransaction
    public Uni<Segment> edit(String workspace, UUID id, String name, Condition condition) {
        check(condition);
        return rows.hold(workspace, id)
                .chain(
                        found -> {
                            SegmentRow row = Drafts.unarchived(found, KIND, id);
                            row.name = name;
                            row.condition = Drafts.json(condition);
                            row.editedAt = now();
                            return named(row);
                        });
    }

    /** Publishes the draft as the next version. */
    @WithTransaction
    public Uni<Integer> publish(String workspace, UUID id, String person) {
        return rows.hold(workspace, id)
                .chain(found -> checkedPublish(Drafts.unarchived(found, KIND, id), person));
    }

    private Uni<Integer> checkedPublish(SegmentRow row, String person) {
        Condition condition = condition(row.condition);
        check(condition);
        return nesting.check(row.workspace, row.id.toString(), condition)
                .chain(() -> publish(row, person));
    }

    private Uni<Integer> publish(SegmentRow row, String person) {
        row.version++;
        row.publishedAt = now();
        SegmentVersionRow version = new SegmentVersionRow();
        version.segment = row.id;
        version.version = row.version;
        version.name = row.name;
        version.condition = row.condition;
        version.publishedAt = row.publishedAt;
        version.publishedBy = person;
        SegmentDefinition definition =
                new SegmentDefinition(
                        row.id,
                        row.version,
                        row.workspace,
                        row.name,
                        condition(row.condition),
                        row.publishedAt,
                        Map.of());
        return version.persist().chain(() -> Drafts.publish(row, definition));
    }

    /** Ends a segment: everyone leaves. */
    @WithTransaction
    public Uni<Void> archive(String workspace, UUID id) {
        return rows.hold(workspace, id).chain(found -> Drafts.archive(known(found, id)));
    }

    private static void check(Condition condition) {
        checked(condition);
    }

    /**
     * A condition as segments may have it, ready to be asked.
     *
     * @throws Problem when it makes no sense
     */
    public static Compiled checked(Condition condition) {
        try {
            return Conditions.compile(condition, KNOWN);
        } catch (InvalidCondition e) {
            throw new Problem(
                    ProblemCode.FLAWED,
                    "The condition makes no sense",
                    e.flaws().stream()
                            .map(flaw -> new Flaw("/condition" + flaw.path(), flaw.message()))
                            .toList());
        }
    }

    private static SegmentRow known(@Nullable SegmentRow row, UUID id) {
        return Drafts.known(row, KIND, id);
    }

    private static Segment segment(SegmentRow row, Map<String, String> names) {
        return new Segment(
                row.id,
                row.name,
                condition(row.condition),
                row.version,
                row.archived,
                row.editedAt,
                row.publishedAt,
                names);
    }

    private Uni<Segment> named(SegmentRow row) {
        return named(row.workspace, List.of(row)).map(List::getFirst);
    }

    private Uni<List<Segment>> named(String workspace, List<SegmentRow> page) {
        Set<String> mentioned =
                page.stream()
                        .flatMap(row -> Conditions.segments(condition(row.condition)).stream())
                        .collect(Collectors.toSet());
        return names(workspace, mentioned)
                .map(names -> page.stream().map(row -> segment(row, names)).toList());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Condition condition(String json) {
        return Drafts.read(json, Condition.class);
    }
}
