package io.itinera.collector.files.rows;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Slice;
import java.util.List;

/** One row of CSV, taken apart. */
sealed interface CsvLine {
    /** Its fields. */
    record Fields(List<String> texts) implements CsvLine {}

    /** It is none. */
    record Unreadable(Flaw flaw) implements CsvLine {}

    /** Takes rows apart that a separator stands in. */
    static CsvLine of(Slice row, char separator) {
        byte[] bytes = row.copy(row.length());
        return Utf8Text.strict(bytes)
                .map(text -> of(text, separator))
                .orElseGet(
                        () ->
                                new Unreadable(
                                        Drafts.unreadable(
                                                "the row is not UTF-8: save the file as UTF-8")));
    }

    private static CsvLine of(String text, char separator) {
        try {
            return new Fields(
                    CsvReader.builder()
                            .fieldSeparator(separator)
                            .maxBufferSize(text.length() + 1)
                            .ofSingleCsvRecord(text)
                            .getFields());
        } catch (CsvParseException broken) {
            return new Unreadable(
                    Drafts.unreadable("the row is not CSV: something stands beside a quoted text"));
        }
    }
}
