package io.itinera.segmentation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.itinera.kit.json.Json;
import io.itinera.segmentation.store.PersonalisationRow;
import io.itinera.segmentation.store.PersonalisationRows;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what a workspace's own web pages may know of whoever looks at them. */
@ApplicationScoped
public class PersonalisationDesk {
    private static final String KEY_BEGINS = "pk_";
    private static final int KEY_BYTES = 18;
    private static final int SECRET_BYTES = 32;
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final PersonalisationRows rows;
    private final SecureRandom random = new SecureRandom();

    PersonalisationDesk(PersonalisationRows rows) {
        this.rows = rows;
    }

    /**
     * What pages may know.
     *
     * @param workspace the tenant
     * @param key stands in the pages
     * @param secret signs what instances ask each other
     * @param allowed what they may know; nothing while it is switched off
     */
    public record Settings(String workspace, String key, String secret, Allowed allowed) {}

    /**
     * What a workspace allows.
     *
     * @param enabled whether pages are answered at all
     * @param traits names of traits that pages may know
     * @param segments ids of segments of which pages may know
     * @param origins where those pages are, such as {@code https://shop.example}
     */
    public record Allowed(
            boolean enabled, List<String> traits, List<String> segments, List<String> origins) {
        /** Nothing: how a workspace begins. */
        public static final Allowed NOTHING = new Allowed(false, List.of(), List.of(), List.of());

        public Allowed {
            traits = List.copyOf(traits);
            segments = List.copyOf(segments);
            origins = List.copyOf(origins);
        }
    }

    /** What a workspace allows; empty before anybody decided. */
    @WithSession
    public Uni<Optional<Settings>> find(String workspace) {
        return rows.findById(workspace).map(PersonalisationDesk::settings);
    }

    /** The settings behind a page's key; empty when no page has it. */
    @WithSession
    public Uni<Optional<Settings>> withKey(String key) {
        return rows.withKey(key).map(PersonalisationDesk::settings);
    }

    /** Decides what pages may know. */
    @WithTransaction
    public Uni<Settings> allow(String workspace, Allowed allowed) {
        return row(workspace)
                .map(
                        row -> {
                            row.enabled = allowed.enabled();
                            row.traits = json(allowed.traits());
                            row.segments = json(allowed.segments());
                            row.origins = json(allowed.origins());
                            return settings(row).orElseThrow();
                        });
    }

    /** Makes the pages' key a new one; pages with the old one are told nothing any more. */
    @WithTransaction
    public Uni<Settings> rotate(String workspace) {
        return row(workspace)
                .map(
                        row -> {
                            row.key = newKey();
                            return settings(row).orElseThrow();
                        });
    }

    private Uni<PersonalisationRow> row(String workspace) {
        return rows.findById(workspace).chain(row -> row == null ? begun(workspace) : known(row));
    }

    private static Uni<PersonalisationRow> known(PersonalisationRow row) {
        return Uni.createFrom().item(row);
    }

    private Uni<PersonalisationRow> begun(String workspace) {
        PersonalisationRow row = new PersonalisationRow();
        row.workspace = workspace;
        row.key = newKey();
        row.secret = text(SECRET_BYTES);
        row.enabled = false;
        row.traits = json(List.of());
        row.segments = json(List.of());
        row.origins = json(List.of());
        return rows.persist(row);
    }

    private String newKey() {
        return KEY_BEGINS + text(KEY_BYTES);
    }

    private String text(int bytes) {
        byte[] chance = new byte[bytes];
        random.nextBytes(chance);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
    }

    private static Optional<Settings> settings(@Nullable PersonalisationRow row) {
        return Optional.ofNullable(row)
                .map(
                        it ->
                                new Settings(
                                        it.workspace,
                                        it.key,
                                        it.secret,
                                        new Allowed(
                                                it.enabled,
                                                texts(it.traits),
                                                texts(it.segments),
                                                texts(it.origins))));
    }

    private static String json(List<String> texts) {
        try {
            return Json.mapper().writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    private static List<String> texts(String json) {
        try {
            return Json.mapper().readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was stored as texts is texts", e);
        }
    }
}
