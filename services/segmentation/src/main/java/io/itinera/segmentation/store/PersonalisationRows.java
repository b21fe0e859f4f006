package io.itinera.segmentation.store;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What web pages may know, workspace by workspace. */
@ApplicationScoped
public class PersonalisationRows implements PanacheRepositoryBase<PersonalisationRow, String> {

    /** The workspace whose pages have a key; null when no page has it. */
    public Uni<@Nullable PersonalisationRow> withKey(String key) {
        return find("key = ?1", key).firstResult();
    }
}
