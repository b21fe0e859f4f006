package io.itinera.messaging;

import io.itinera.messaging.domain.CatalogueItem;
import io.itinera.messaging.store.CatalogueStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a workspace sells, so that messages can show it. */
@ApplicationScoped
public class Catalogue {
    private final CatalogueStore store;
    private final Clock clock;

    @Inject
    Catalogue(CatalogueStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Puts items in; of two with one id, the later. Returns how many there were. */
    public Uni<Integer> put(String workspace, List<CatalogueItem> items) {
        Map<String, CatalogueItem> byId =
                items.stream()
                        .collect(
                                Collectors.toMap(
                                        CatalogueItem::id,
                                        Function.identity(),
                                        (earlier, later) -> later));
        return Panache.withTransaction(() -> store.put(workspace, byId.values(), clock.instant()))
                .replaceWith(byId.size());
    }

    /** Items by id, those after one of them. */
    public Uni<List<CatalogueItem>> list(
            String workspace, @Nullable String query, @Nullable String after, int limit) {
        return Panache.withSession(() -> store.list(workspace, query, after, limit));
    }

    /** One item; null when there is none. */
    public Uni<@Nullable CatalogueItem> find(String workspace, String id) {
        return Panache.withSession(() -> store.byId(workspace, List.of(id)))
                .map(found -> found.get(id));
    }

    /** Takes an item out; false when it was not there. */
    public Uni<Boolean> remove(String workspace, String id) {
        return Panache.withTransaction(() -> store.remove(workspace, id));
    }
}
