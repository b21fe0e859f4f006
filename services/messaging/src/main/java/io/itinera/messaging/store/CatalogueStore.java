package io.itinera.messaging.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.itinera.kit.json.Json;
import io.itinera.messaging.domain.CatalogueItem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What workspaces sell, in the transaction of whoever calls. */
@ApplicationScoped
@RegisterForReflection(targets = CatalogueItem.class)
public class CatalogueStore implements PanacheRepositoryBase<ItemRow, ItemKey> {
    /** One statement for all of them: a thousand round trips would take a second. */
    private static final String PUT =
            """
            insert into catalogue_item (workspace, id, fields, updated_at)
            select :workspace, item ->> 'id', item ->> 'fields', :at
            from jsonb_array_elements(cast(cast(:items as text) as jsonb)) item
            on conflict (workspace, id)
            do update set fields = excluded.fields, updated_at = excluded.updated_at""";

    private static final ObjectReader FIELDS = Json.mapper().readerForMapOf(Object.class);

    /** Adds these, in place of what has the same ids; their ids differ from one another. */
    public Uni<Void> put(String workspace, Collection<CatalogueItem> items, Instant now) {
        String json = json(items);
        return Panache.getSession()
                .flatMap(
                        session ->
                                session.createNativeQuery(PUT)
                                        .setParameter("workspace", workspace)
                                        .setParameter("at", now)
                                        .setParameter("items", json)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Those of these ids that the catalogue has, by id. */
    public Uni<Map<String, CatalogueItem>> byId(String workspace, Collection<String> ids) {
        List<String> possible = ids.stream().filter(Storable::is).toList();
        if (possible.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return find("key.workspace = ?1 and key.id in ?2", workspace, possible)
                .list()
                .map(
                        rows ->
                                rows.stream()
                                        .map(CatalogueStore::item)
                                        .collect(
                                                Collectors.toMap(CatalogueItem::id, item -> item)));
    }

    /** Items by id, those after one of them; with a query, those that mention it. */
    public Uni<List<CatalogueItem>> list(
            String workspace, @Nullable String query, @Nullable String after, int limit) {
        String from = after == null ? "" : after;
        String like = query == null ? "%" : "%" + escaped(query.toLowerCase(Locale.ROOT)) + "%";
        return find(
                        "key.workspace = ?1 and key.id > ?2"
                                + " and (lower(key.id) like ?3 or lower(fields) like ?3)",
                        Sort.by("key.id"),
                        workspace,
                        from,
                        like)
                .page(0, limit)
                .list()
                .map(rows -> rows.stream().map(CatalogueStore::item).toList());
    }

    /** Takes an item out; false when it was not there. */
    public Uni<Boolean> remove(String workspace, String id) {
        return deleteById(new ItemKey(workspace, id));
    }

    private static String escaped(String query) {
        return query.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static CatalogueItem item(ItemRow row) {
        try {
            return new CatalogueItem(row.key.id(), FIELDS.readValue(row.fields));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a row of ours cannot be read", unreadable);
        }
    }

    private static String json(Collection<CatalogueItem> items) {
        try {
            return Json.mapper().writeValueAsString(items);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("items are always JSON", unwritable);
        }
    }
}
