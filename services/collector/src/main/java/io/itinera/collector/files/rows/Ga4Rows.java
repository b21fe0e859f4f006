package io.itinera.collector.files.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.itinera.collector.dialects.ga4.MeasurementProtocol;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Undecodable;
import io.itinera.collector.files.domain.Row;
import io.itinera.kit.json.Json;
import java.io.IOException;

/**
 * Rows of Google Analytics' export to BigQuery. Each is told as a hit of the Measurement Protocol,
 * so that an event is the same event whichever way it came.
 */
final class Ga4Rows implements RowReader {
    private static final Dialect HITS = new MeasurementProtocol("ga4-export");

    @Override
    public Told read(Row.Whole row) {
        return new Told.Events(submission(row.bytes()), null);
    }

    private static Submission submission(Slice row) {
        JsonNode exported;
        try {
            exported = Json.mapper().readTree(row.copy(row.length()));
        } catch (JsonProcessingException noJson) {
            int column = noJson.getLocation() == null ? 1 : noJson.getLocation().getColumnNr();
            return Drafts.refused(
                    row, Drafts.unreadable("the row is not JSON at column " + column));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading memory failed", impossible);
        }
        if (!exported.isObject()) {
            return Drafts.refused(
                    row, new Flaw(Reason.NOT_AN_OBJECT, "an exported event must be an object"));
        }
        Slice hit = Drafts.json(Ga4Export.hit(exported));
        return switch (HITS.read(hit.copy(hit.length()), Limits.DEFAULT)) {
            case Submission submission -> submission;
            case Undecodable(String detail) -> Drafts.refused(row, Drafts.unreadable(detail));
        };
    }
}
