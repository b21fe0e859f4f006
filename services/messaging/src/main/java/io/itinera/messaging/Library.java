package io.itinera.messaging;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.definitions.TemplateDefinition;
import io.itinera.contracts.messages.Trigger;
import io.itinera.contracts.settings.Workspace;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.outbox.OutboxRow;
import io.itinera.kit.outbox.Spread;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.records.JsonCodec;
import io.itinera.messaging.domain.Items;
import io.itinera.messaging.domain.PublishedVersion;
import io.itinera.messaging.domain.Template;
import io.itinera.messaging.domain.Wording;
import io.itinera.messaging.letters.Previewer;
import io.itinera.messaging.letters.Previewer.Preview;
import io.itinera.messaging.letters.Previewer.Sample;
import io.itinera.messaging.store.CatalogueStore;
import io.itinera.messaging.store.EffectStore;
import io.itinera.messaging.store.TemplateStore;
import io.itinera.messaging.store.VersionStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Templates: their drafts, their versions, and what they look like. */
@ApplicationScoped
public class Library {
    private static final JsonCodec<TemplateDefinition> DEFINITIONS =
            JsonCodec.of(TemplateDefinition.class);

    private final TemplateStore templates;
    private final VersionStore versions;
    private final CatalogueStore catalogue;
    private final EffectStore effects;
    private final Previewer previewer;
    private final WorkspaceSettings settings;
    private final Clock clock;
    private final Vertx vertx;

    @Inject
    Library(
            TemplateStore templates,
            VersionStore versions,
            CatalogueStore catalogue,
            EffectStore effects,
            Previewer previewer,
            WorkspaceSettings settings,
            Clock clock,
            Vertx vertx) {
        this.templates = templates;
        this.versions = versions;
        this.catalogue = catalogue;
        this.effects = effects;
        this.previewer = previewer;
        this.settings = settings;
        this.clock = clock;
        this.vertx = vertx;
    }

    /**
     * A template with all that is known of it.
     *
     * @param template its draft
     * @param versions what was published, the newest first
     * @param flaws what is wrong with its draft
     */
    public record Shelf(Template template, List<PublishedVersion> versions, List<Flaw> flaws) {}

    /** A workspace's templates, the newest first. */
    public Uni<List<Template>> list(String workspace, @Nullable UUID after, int limit) {
        return Panache.withSession(() -> templates.list(workspace, after, limit));
    }

    /** Begins a template. */
    public Uni<Template> draft(String workspace, String name, Wording wording) {
        Template template = Template.drafted(Ids.v7(), workspace, name, wording, clock.instant());
        return Panache.withTransaction(() -> templates.add(template)).replaceWith(template);
    }

    /** One template of a workspace. */
    public Uni<Shelf> find(String workspace, UUID id) {
        return Panache.withSession(
                () -> templates.find(workspace, id).flatMap(found -> shelf(known(found, id))));
    }

    /** Writes a new draft over the one that the author had seen. */
    public Uni<Shelf> edit(String workspace, UUID id, int seen, String name, Wording wording) {
        return Panache.withTransaction(
                () ->
                        templates
                                .locked(workspace, id)
                                .map(found -> edited(known(found, id), seen, name, wording))
                                .call(templates::save)
                                .flatMap(this::shelf));
    }

    private Template edited(Template template, int seen, String name, Wording wording) {
        return template.edited(seen, name, wording, clock.instant())
                .orElseThrow(
                        () ->
                                new Problem(
                                        ProblemCode.STALE_REVISION,
                                        "The draft is at revision " + template.revision()));
    }

    /** Makes the draft what customers receive from now on, unless something is wrong with it. */
    public Uni<Integer> publish(String workspace, UUID id, String by) {
        return Panache.withTransaction(
                () ->
                        templates
                                .locked(workspace, id)
                                .map(found -> known(found, id))
                                .call(this::refuseFlaws)
                                .flatMap(template -> publish(template, by)));
    }

    private Uni<Void> refuseFlaws(Template template) {
        return flaws(template).invoke(Library::refuse).replaceWithVoid();
    }

    private static void refuse(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            throw new Problem(ProblemCode.FLAWED, "The template cannot be rendered", flaws);
        }
    }

    private Uni<Integer> publish(Template draft, String by) {
        Instant now = clock.instant();
        Template published = draft.published(now);
        TemplateDefinition definition = published.definition(now);
        OutboxRow row =
                OutboxRow.of(
                        Topics.TEMPLATES,
                        Keys.head(definition.workspace(), definition.id()),
                        DEFINITIONS,
                        definition,
                        Spread.BY_KEY);
        return templates
                .save(published)
                .chain(() -> versions.add(definition, by))
                .chain(() -> effects.append(List.of(row)))
                .replaceWith(published.version());
    }

    /** What a template would look like for somebody. */
    public Uni<Preview> preview(
            String workspace,
            Wording wording,
            @Nullable String customer,
            Profile profile,
            Trigger trigger,
            Map<String, List<Map<String, Object>>> collections) {
        return Panache.withSession(() -> catalogue.byId(workspace, Items.ids(collections)))
                .map(
                        items ->
                                new Sample(
                                        customer,
                                        profile,
                                        trigger,
                                        collections,
                                        items,
                                        of(workspace)))
                .flatMap(sample -> preview(wording, sample));
    }

    private Uni<Preview> preview(Wording wording, Sample sample) {
        return vertx.executeBlocking(() -> previewer.preview(wording, sample), false);
    }

    private Uni<Shelf> shelf(Template template) {
        return versions.list(template.id())
                .flatMap(
                        published ->
                                flaws(template)
                                        .map(flaws -> new Shelf(template, published, flaws)));
    }

    private Uni<List<Flaw>> flaws(Template template) {
        Sample sample =
                new Sample(
                        null,
                        new Profile(Map.of(), Map.of(), List.of(), Map.of()),
                        new Trigger("sample", "sample", Map.of(), clock.instant()),
                        Map.of(),
                        Map.of(),
                        of(template.workspace()));
        return preview(template.draft(), sample)
                .map(
                        preview ->
                                preview.flaws().stream()
                                        .map(flaw -> new Flaw("/" + flaw.part(), flaw.message()))
                                        .toList());
    }

    private Workspace of(String workspace) {
        Workspace known = settings.of(workspace);
        return known == null
                ? new Workspace(workspace, "", ZoneOffset.UTC, "en", "", Map.of())
                : known;
    }

    private static Template known(@Nullable Template found, UUID id) {
        if (found == null) {
            throw Problem.notFound("template", id);
        }
        return found;
    }
}
