package io.itinera.messaging.store;

import io.itinera.contracts.Channel;
import io.itinera.messaging.domain.ChannelNames;
import io.itinera.messaging.domain.Template;
import io.itinera.messaging.domain.Wording;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Templates as their authors work on them, in the transaction of whoever calls. */
@ApplicationScoped
public class TemplateStore implements PanacheRepositoryBase<TemplateRow, UUID> {

    /** A workspace's templates, the newest first, those after one of them. */
    public Uni<List<Template>> list(String workspace, @Nullable UUID after, int limit) {
        UUID last = after == null ? new UUID(-1, -1) : after;
        return find("workspace = ?1 and id < ?2", Sort.descending("id"), workspace, last)
                .page(0, limit)
                .list()
                .map(rows -> rows.stream().map(TemplateStore::template).toList());
    }

    /** A template of a workspace; null when it has none of this id. */
    public Uni<@Nullable Template> find(String workspace, UUID id) {
        return findById(id).map(row -> mine(row, workspace));
    }

    /** Likewise, and nobody else can change it until the transaction ends. */
    public Uni<@Nullable Template> locked(String workspace, UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).map(row -> mine(row, workspace));
    }

    /** Adds a template. */
    public Uni<Void> add(Template template) {
        TemplateRow row = new TemplateRow();
        row.id = template.id();
        row.workspace = template.workspace();
        row.channel = ChannelNames.of(template.channel());
        update(row, template);
        return persist(row).replaceWithVoid();
    }

    /** Writes what its author did to one that is there. */
    public Uni<Void> save(Template template) {
        return findById(template.id()).invoke(row -> update(row, template)).replaceWithVoid();
    }

    private static void update(TemplateRow row, Template template) {
        row.name = template.name();
        row.subject = template.draft().subject();
        row.html = template.draft().html();
        row.bodyText = template.draft().text();
        row.revision = template.revision();
        row.editedAt = template.editedAt();
        row.version = template.version();
        row.publishedAt = template.publishedAt();
        row.publishedRevision = template.publishedRevision();
    }

    private static @Nullable Template mine(@Nullable TemplateRow row, String workspace) {
        return row == null || !row.workspace.equals(workspace) ? null : template(row);
    }

    private static Template template(TemplateRow row) {
        return new Template(
                row.id,
                row.workspace,
                row.name,
                Channel.EMAIL,
                new Wording(row.subject, row.html, row.bodyText),
                row.revision,
                row.editedAt,
                row.version,
                row.publishedAt,
                row.publishedRevision);
    }
}
