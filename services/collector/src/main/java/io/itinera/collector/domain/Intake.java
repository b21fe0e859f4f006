package io.itinera.collector.domain;

import io.itinera.contracts.Identities;
import io.itinera.contracts.Keys;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.events.SaidIdentities;
import io.itinera.kit.ids.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judges each event of a request on its own and gives the accepted ones their normal form. */
public final class Intake {
    private static final UUID MESSAGE_IDS = UUID.fromString("4d3f7c52-9a0e-5c1b-8e57-2f6b0d94a133");

    private final Submission submission;
    private final Arrival arrival;
    private final ObjectReader reader;
    private final LastDate dates = new LastDate();
    private final Checks checks;
    private final Skew skew;
    private final Optional<Instant> sharedSentAt;
    private @Nullable Map<String, Object> shared;

    private Intake(Submission submission, Arrival arrival, ObjectReader reader, Limits limits) {
        this.submission = submission;
        this.arrival = arrival;
        this.reader = reader;
        this.checks = new Checks(limits, submission.context(), dates);
        this.skew = new Skew(arrival.heardAt(), arrival.resent(), arrival.skewCap());
        this.sharedSentAt =
                Dates.parse(submission.sentAt()).or(() -> Dates.parse(arrival.resent().sentAt()));
    }

    /** A verdict for each event that is not suppressed, in the request's order. */
    public static List<Verdict> judge(
            Submission submission, Arrival arrival, ObjectReader reader, Limits limits) {
        Intake intake = new Intake(submission, arrival, reader, limits);
        List<Verdict> verdicts = new ArrayList<>(submission.drafts().size());
        int index = 0;
        for (Draft draft : submission.drafts()) {
            if (!intake.isSuppressed(draft)) {
                verdicts.add(intake.judge(index, draft));
            }
            index++;
        }
        return verdicts;
    }

    private boolean isSuppressed(Draft draft) {
        Suppressed suppressed = arrival.suppressed();
        return !suppressed.equals(Suppressed.NOBODY)
                && (has(suppressed, Identities.ANONYMOUS, draft.text(Text.ANONYMOUS_ID))
                        || has(suppressed, Identities.USER, draft.text(Text.USER_ID))
                        || has(suppressed, Identities.USER, draft.text(Text.PREVIOUS_ID))
                        || has(suppressed, Identities.ANONYMOUS, draft.text(Text.PREVIOUS_ID))
                        || isSuppressedWithin(suppressed, draft));
    }

    /** When something is wrong with the event, nothing of it may be looked into. */
    private boolean isSuppressedWithin(Suppressed suppressed, Draft draft) {
        return draft.flaw() == null
                && (has(suppressed, Identities.EMAIL, email(draft))
                        || isInContext(suppressed, draft));
    }

    private static boolean has(Suppressed suppressed, String kind, @Nullable String value) {
        return value != null && suppressed.has(kind, value);
    }

    private boolean isInContext(Suppressed suppressed, Draft draft) {
        Map<String, Object> context = new HashMap<>(shared());
        context.putAll(saying(draft.section(Section.CONTEXT)));
        boolean[] has = {false};
        SaidIdentities.inContext(
                context, (kind, value) -> has[0] = has[0] || suppressed.has(kind, value));
        return has[0];
    }

    /** What the request's context says of identities; read once, and only if it is asked for. */
    private Map<String, Object> shared() {
        Map<String, Object> known = shared;
        if (known == null) {
            known = saying(submission.context());
            shared = known;
        }
        return known;
    }

    private Map<String, Object> saying(@Nullable Slice context) {
        Map<String, Object> saying = new HashMap<>();
        reader.members(context)
                .forEach(
                        (name, value) -> {
                            if (SaidIdentities.mayBeIn(name)) {
                                saying.put(name, reader.whole(value));
                            }
                        });
        return saying;
    }

    private @Nullable String email(Draft draft) {
        return Checks.typeOf(String.valueOf(draft.text(Text.TYPE)))
                .map(type -> traits(type, draft).email())
                .orElse(null);
    }

    private Traits traits(EventType type, Draft draft) {
        return Traits.of(type, draft, reader, arrival.source().rules());
    }

    private Verdict judge(int index, Draft draft) {
        Headline headline = Headline.of(draft);
        Flaw flaw = checks.flaw(index, draft);
        if (flaw != null) {
            return refused(index, headline, draft, flaw);
        }
        EventType type = Checks.typeOf(String.valueOf(draft.text(Text.TYPE))).orElseThrow();
        Traits traits = traits(type, draft);
        String key = key(draft, traits.email());
        if (key == null) {
            Flaw noId = new Flaw(Reason.NO_ID, "an event must have a userId or an anonymousId");
            return refused(index, headline, draft, noId);
        }
        String id = id(draft.text(Text.MESSAGE_ID));
        Instant occurredAt = occurredAt(draft);
        NormalEvent event =
                new NormalEvent(
                        id,
                        type,
                        draft,
                        submission.context(),
                        submission.sentAt(),
                        traits,
                        occurredAt,
                        arrival.isHistoric(occurredAt),
                        arrival);
        return new Verdict.Accepted(
                index, headline.keptAs(id), draft.whole(), key, event, List.of());
    }

    private Verdict refused(int index, Headline headline, Draft draft, Flaw flaw) {
        Retrial retrial =
                Retrial.of(
                        id(draft.text(Text.MESSAGE_ID)),
                        draft,
                        submission.context(),
                        submission.sentAt(),
                        arrival);
        return new Verdict.Refused(index, headline, draft.whole(), flaw, retrial);
    }

    /** The record's key; null when nothing says who it was. */
    private @Nullable String key(Draft draft, @Nullable String email) {
        String workspace = arrival.source().workspace();
        String anonymous = draft.text(Text.ANONYMOUS_ID);
        if (anonymous != null) {
            return Keys.identity(workspace, Identities.ANONYMOUS, anonymous);
        }
        String user = draft.text(Text.USER_ID);
        if (user != null) {
            return Keys.identity(workspace, Identities.USER, user);
        }
        return email == null ? null : Keys.identity(workspace, Identities.EMAIL, email);
    }

    /** The sender's id, hashed when it is too long to be kept; a new one when there is none. */
    private String id(@Nullable String messageId) {
        if (messageId == null) {
            return arrival.newIds().get();
        }
        return messageId.length() > Limits.MESSAGE_ID_LENGTH
                ? Ids.v5(MESSAGE_IDS, messageId).toString()
                : messageId;
    }

    private Instant occurredAt(Draft draft) {
        Optional<Instant> sentAt = Dates.parse(draft.text(Text.SENT_AT)).or(() -> sharedSentAt);
        return skew.occurredAt(
                dates.at(draft.text(Text.TIMESTAMP)),
                dates.at(draft.text(Text.ORIGINAL_TIMESTAMP)),
                sentAt);
    }
}
