package io.itinera.collector.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.itinera.collector.domain.Arrival;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Resent;
import io.itinera.collector.domain.Retrial;
import io.itinera.collector.domain.Section;
import io.itinera.collector.domain.Sender;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Text;
import io.itinera.collector.domain.Undecodable;
import io.itinera.collector.domain.Verdict;
import io.itinera.contracts.quarantine.RefusedEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refused events in quarantine and back: each is written as an item of Segment's batch, whatever it
 * was sent as, and read by the same scan when it is judged anew.
 */
public final class RetrialJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private RetrialJson() {}

    /** What quarantine keeps for a new judgement. */
    public static RefusedEvent of(Verdict.Refused refused) {
        Retrial retrial = refused.retrial();
        Resent resent = retrial.resent();
        Slice context = retrial.context();
        return new RefusedEvent(
                retrial.id(),
                retrial.name(),
                canBeJudgedAnew(retrial) ? event(retrial.draft()) : null,
                context == null || !fits(context) ? null : context.toString(),
                retrial.sentAt() == null ? resent.sentAt() : retrial.sentAt(),
                resent.sinceFirstAttempt(),
                resent.counted(),
                retrial.sender().address(),
                retrial.sender().userAgent(),
                retrial.history() == Arrival.History.ALL ? Boolean.TRUE : null);
    }

    /** What can be judged anew; nothing when its record does not hold enough. */
    public static Optional<Retrial> read(RefusedEvent refused) {
        String event = refused.event();
        if (event == null) {
            return Optional.empty();
        }
        byte[] body = event.getBytes(UTF_8);
        Reading reading =
                Bodies.read(
                        body,
                        Limits.DEFAULT,
                        scan ->
                                new Submission(
                                        List.of(new SegmentItem(body, scan).read()),
                                        null,
                                        refused.sentAt(),
                                        slice(refused.context())));
        return switch (reading) {
            case Undecodable _ -> Optional.empty();
            case Submission submission -> Optional.of(retrial(submission, refused));
        };
    }

    private static Retrial retrial(Submission submission, RefusedEvent refused) {
        return new Retrial(
                refused.id(),
                submission.drafts().getFirst(),
                submission.context(),
                submission.sentAt(),
                new Resent(null, refused.sinceFirstAttempt(), refused.counted()),
                new Sender(refused.address(), refused.userAgent()),
                Boolean.TRUE.equals(refused.historic())
                        ? Arrival.History.ALL
                        : Arrival.History.OLD);
    }

    private static @Nullable Slice slice(@Nullable String json) {
        if (json == null) {
            return null;
        }
        byte[] bytes = json.getBytes(UTF_8);
        return new Slice(bytes, 0, bytes.length);
    }

    /** What a scan found wrong is not in the fields that it left. */
    private static boolean canBeJudgedAnew(Retrial retrial) {
        Slice context = retrial.context();
        return retrial.draft().flaw() == null
                && fits(retrial.draft().whole())
                && (context == null || fits(context));
    }

    private static boolean fits(Slice slice) {
        return slice.length() <= Limits.DEFAULT.eventBytes();
    }

    private static String event(Draft draft) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<Text, String> field : draft.texts().entrySet()) {
                if (field.getKey() != Text.WRITE_KEY) {
                    json.writeStringField(field.getKey().segmentName(), field.getValue());
                }
            }
            for (Map.Entry<Section, Slice> section : draft.sections().entrySet()) {
                json.writeFieldName(section.getKey().segmentName());
                json.writeRawValue(section.getValue().toString());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return text.toString();
    }
}
