package io.itinera.journeys.store;

import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.JourneyState;
import io.itinera.journeys.domain.draft.Draft;
import io.itinera.kit.records.JsonCodec;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of table journey: a draft as it lies in the database. */
@Entity
@Table(name = "journey")
class JourneyRow {
    private static final JsonCodec<JourneyPlan> PLANS = JsonCodec.of(JourneyPlan.class);
    private static final String NEVER_PUBLISHED = "draft";

    @Id UUID id = new UUID(0, 0);

    String workspace = "";
    String plan = "";
    int revision;

    @Column(name = "published_revision")
    int publishedRevision;

    int version;
    String state = NEVER_PUBLISHED;

    @Column(name = "edited_at")
    Instant editedAt = Instant.EPOCH;

    @Column(name = "published_at")
    @Nullable Instant publishedAt;

    void set(Draft draft) {
        id = draft.id();
        workspace = draft.workspace();
        plan = text(draft.plan());
        revision = draft.revision();
        publishedRevision = draft.publishedRevision();
        version = draft.version();
        JourneyState published = draft.state();
        state = published == null ? NEVER_PUBLISHED : published.name();
        editedAt = draft.editedAt();
        publishedAt = draft.publishedAt();
    }

    Draft draft() {
        return new Draft(
                id,
                workspace,
                plan(plan),
                revision,
                publishedRevision,
                version,
                state.equals(NEVER_PUBLISHED) ? null : JourneyState.valueOf(state),
                editedAt,
                publishedAt);
    }

    static String text(JourneyPlan plan) {
        return new String(PLANS.write(plan), StandardCharsets.UTF_8);
    }

    static JourneyPlan plan(String text) {
        return PLANS.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
