package io.itinera.collector.hooks;

import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Text;
import io.itinera.collector.files.rows.Drafts;
import io.itinera.collector.hooks.domain.Delivery;
import io.itinera.collector.hooks.domain.Mapped;
import io.itinera.collector.hooks.mapping.PlainJson;
import io.itinera.collector.limits.SourceMeters;
import io.itinera.collector.wire.SegmentBatch;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One delivery: whether its sender is who they say, and the events that its body is. A body that
 * the mapping cannot use is refused as it came, and its sender told that it was taken: sent again
 * it would be the same.
 */
final class HookDialect implements Dialect {
    private static final Dialect EVENTS = new SegmentBatch();

    private final Delivery delivery;
    private final Trust trust;
    private final Translation translation;
    private final SourceMeters.OfSource meter;

    HookDialect(
            Delivery delivery, Trust trust, Translation translation, SourceMeters.OfSource meter) {
        this.delivery = delivery;
        this.trust = trust;
        this.translation = translation;
        this.meter = meter;
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    /**
     * @throws Problem 401 when the sender is not believed
     */
    @Override
    public Reading read(byte[] body, Limits limits) {
        trust.complaint(delivery, body)
                .ifPresent(
                        complaint -> {
                            meter.unproven();
                            throw new Problem(ProblemCode.UNAUTHENTICATED, complaint);
                        });
        Mapped mapped = translation.of(delivery, body);
        if (mapped instanceof Mapped.Nothing) {
            meter.ignored();
        }
        return submission(mapped, delivery, body, limits);
    }

    /** What becomes of a delivery that was mapped. */
    static Submission submission(Mapped mapped, Delivery delivery, byte[] body, Limits limits) {
        return switch (mapped) {
            case Mapped.Nothing _ -> new Submission(List.of(), null, null, null);
            case Mapped.Failed failed -> refused(delivery, body, failed.detail(), limits);
            case Mapped.Events(List<?> yielded) -> {
                Slice batch = Drafts.json(Map.of("batch", events(yielded, Translation.id(body))));
                yield EVENTS.read(batch.copy(batch.length()), limits) instanceof Submission read
                        ? read
                        : refused(delivery, body, "the mapping yields what is no JSON", limits);
            }
        };
    }

    private static List<Map<String, Object>> events(List<?> yielded, String id) {
        List<Map<String, Object>> events = new ArrayList<>(yielded.size());
        for (Object each : yielded) {
            if (each instanceof Map<?, ?> event) {
                events.add(PlainJson.event(event, id + "-" + events.size()));
            }
        }
        return events;
    }

    private static Submission refused(
            Delivery delivery, byte[] body, String detail, Limits limits) {
        Slice context = KeptDelivery.context(delivery, body);
        int kept = Math.min(body.length, limits.eventBytes() - context.length());
        String all =
                kept == body.length
                        ? detail
                        : detail + "; the last " + (body.length - kept) + " bytes are not kept";
        Draft draft =
                new Draft(
                        new Slice(body, 0, kept),
                        Map.of(Text.MESSAGE_ID, Translation.id(body)),
                        Map.of(),
                        new Flaw(Reason.MAPPING_FAILED, all));
        return new Submission(List.of(draft), null, null, context);
    }
}
