package io.itinera.collector.files.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Text;
import io.itinera.collector.domain.Undecodable;
import io.itinera.collector.wire.SegmentEvent;
import io.itinera.kit.json.Json;
import java.util.List;
import java.util.Map;

/** What rows are to the pipeline. */
public final class Drafts {
    private static final Dialect SEGMENT = new SegmentEvent();
    private static final ObjectWriter WRITER = Json.mapper().writer();

    private Drafts() {}

    /**
     * The event that a call of Segment's API is. When it was once sent says nothing about the clock
     * that dated it: the file came later.
     */
    static Submission ofSegment(Slice call) {
        return switch (SEGMENT.read(call.copy(call.length()), Limits.DEFAULT)) {
            case Undecodable(String detail) -> refused(call, unreadable(detail));
            case Submission submission -> {
                submission.drafts().forEach(draft -> draft.texts().remove(Text.SENT_AT));
                yield submission;
            }
        };
    }

    /** A row that is no event; it is kept as a text. */
    public static Submission refused(Slice row, Flaw flaw) {
        return refusedAs(json(row.toString()), flaw);
    }

    /** An event that could not be read, as JSON. */
    static Submission refusedAs(Slice whole, Flaw flaw) {
        return new Submission(
                List.of(new Draft(whole, Map.of(), Map.of(), flaw)), null, null, null);
    }

    /** Maps, lists and values as JSON. */
    public static Slice json(Object value) {
        byte[] bytes = bytes(value);
        return new Slice(bytes, 0, bytes.length);
    }

    /** Half of a surrogate pair can only be written escaped; whoever judges the event finds it. */
    private static byte[] bytes(Object value) {
        try {
            return WRITER.writeValueAsBytes(value);
        } catch (JsonProcessingException halfACharacter) {
            return escaped(value);
        }
    }

    private static byte[] escaped(Object value) {
        try {
            return WRITER.with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts and numbers are always JSON", impossible);
        }
    }

    static Flaw unreadable(String detail) {
        return new Flaw(Reason.UNREADABLE_ROW, ofRow(detail));
    }

    /** A body's place says a line, and here it is always the first. */
    private static String ofRow(String detail) {
        return detail.replace("the body", "the row").replace(" at line 1, column", " at column");
    }
}
