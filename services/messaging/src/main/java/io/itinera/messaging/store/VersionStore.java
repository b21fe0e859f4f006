package io.itinera.messaging.store;

import io.itinera.contracts.Channel;
import io.itinera.contracts.definitions.TemplateDefinition;
import io.itinera.messaging.domain.ChannelNames;
import io.itinera.messaging.domain.PublishedVersion;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Published versions, in the transaction of whoever calls. */
@ApplicationScoped
public class VersionStore implements PanacheRepositoryBase<VersionRow, VersionKey> {
    private static final int MAX_LISTED = 200;

    /** The newest version of a workspace's template; null when none is published. */
    public Uni<@Nullable TemplateDefinition> newest(String workspace, UUID template) {
        return find(
                        "key.template = ?1 and workspace = ?2",
                        Sort.descending("key.version"),
                        template,
                        workspace)
                .firstResult()
                .map(row -> row == null ? null : definition(row));
    }

    /** Which versions a template has, the newest first. */
    public Uni<List<PublishedVersion>> list(UUID template) {
        return find("key.template = ?1", Sort.descending("key.version"), template)
                .page(0, MAX_LISTED)
                .list()
                .map(rows -> rows.stream().map(VersionStore::published).toList());
    }

    /** Adds a version. */
    public Uni<Void> add(TemplateDefinition version, String by) {
        VersionRow row = new VersionRow();
        row.key = new VersionKey(version.id(), version.version());
        row.workspace = version.workspace();
        row.name = version.name();
        row.channel = ChannelNames.of(version.channel());
        row.subject = version.subject();
        row.html = version.html();
        row.bodyText = version.text();
        row.publishedAt = version.publishedAt();
        row.publishedBy = by;
        return persist(row).replaceWithVoid();
    }

    private static PublishedVersion published(VersionRow row) {
        return new PublishedVersion(row.key.version(), row.publishedAt, row.publishedBy);
    }

    private static TemplateDefinition definition(VersionRow row) {
        return new TemplateDefinition(
                row.key.template(),
                row.key.version(),
                row.workspace,
                row.name,
                Channel.EMAIL,
                row.subject,
                row.html,
                row.bodyText,
                row.publishedAt,
                Map.of());
    }
}
