package io.itinera.collector.files.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.files.domain.CsvField;
import io.itinera.collector.files.domain.CsvMapping;
import io.itinera.collector.files.domain.Row;
import io.itinera.collector.files.domain.RowFlaw;
import io.itinera.kit.json.Json;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of CSV, the first of which names the columns; each becomes a call of Segment's API. */
final class CsvRows implements RowReader {
    private final CsvMapping mapping;
    private final List<Cell> cells;
    private @Nullable Columns columns;

    /**
     * @param header the first row, when it was read before
     */
    CsvRows(CsvMapping mapping, @Nullable Slice header) {
        this.mapping = mapping;
        this.cells = mapping.fields().stream().map(field -> new Cell(field, mapping)).toList();
        if (header != null && line(header) instanceof CsvLine.Fields(List<String> names)) {
            columns = new Columns(names);
        }
    }

    @Override
    public Told read(Row.Whole row) {
        Columns known = columns;
        CsvLine line = line(row.bytes());
        if (known == null) {
            return header(row, line);
        }
        return switch (line) {
            case CsvLine.Unreadable(Flaw flaw) ->
                    new Told.Events(Drafts.refused(row.bytes(), flaw), null);
            case CsvLine.Fields(List<String> texts) ->
                    texts.size() == known.names().size()
                            ? event(texts, known)
                            : uneven(texts, known);
        };
    }

    private CsvLine line(Slice row) {
        return CsvLine.of(row, mapping.separator());
    }

    private Told header(Row.Whole row, CsvLine line) {
        return switch (line) {
            case CsvLine.Unreadable(Flaw flaw) -> unusable(row, null, flaw.detail());
            case CsvLine.Fields(List<String> names) -> header(row, new Columns(names));
        };
    }

    private Told header(Row.Whole row, Columns found) {
        Optional<String> twice = found.twice();
        if (twice.isPresent()) {
            return unusable(row, twice.get(), "two columns have this name");
        }
        Optional<String> missing =
                mapping.fields().stream()
                        .map(CsvField::column)
                        .filter(column -> column != null && !found.has(column))
                        .findFirst();
        if (missing.isPresent()) {
            return unusable(row, missing.get(), "the file has no column of this name");
        }
        columns = found;
        return new Told.Header(row.bytes(), found.names());
    }

    private static Told unusable(Row.Whole row, @Nullable String column, String detail) {
        return new Told.Unusable(RowFlaw.unusable(row.line(), column, detail));
    }

    private static Told uneven(List<String> texts, Columns known) {
        Flaw flaw =
                Drafts.unreadable(
                        "the row has %d fields and the header %d"
                                .formatted(texts.size(), known.names().size()));
        return new Told.Events(Drafts.refusedAs(Drafts.json(texts), flaw), null);
    }

    private Told event(List<String> texts, Columns known) {
        ObjectNode call = Json.mapper().createObjectNode();
        for (Cell cell : cells) {
            CsvField field = cell.field();
            String column = field.column();
            String text = column == null ? field.value() : known.text(texts, column);
            if (text == null || text.isEmpty()) {
                continue;
            }
            Optional<? extends JsonNode> value = cell.read(text);
            if (value.isEmpty()) {
                Slice told = Drafts.json(known.asTold(texts));
                return new Told.Events(Drafts.refusedAs(told, wrong(field)), column);
            }
            put(call, field.target().path(), value.get());
        }
        return new Told.Events(Drafts.ofSegment(Drafts.json(call)), null);
    }

    private static Flaw wrong(CsvField field) {
        return new Flaw(
                Reason.INVALID_CELL,
                "the text for %s is no %s".formatted(field.to(), field.type()));
    }

    private static void put(ObjectNode call, List<String> path, JsonNode value) {
        ObjectNode inside = call;
        for (String name : path.subList(0, path.size() - 1)) {
            inside = inside.withObjectProperty(name);
        }
        inside.set(path.getLast(), value);
    }
}
