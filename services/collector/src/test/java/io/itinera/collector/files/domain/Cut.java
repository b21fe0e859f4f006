package io.itinera.collector.files.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Files cut into rows, in one piece or in several. */
final class Cut {
    static final RowEndsOf LINES = LineEnds::new;
    static final RowEndsOf CSV = () -> new CsvEnds(',');

    private Cut() {}

    /** A fresh one for each reading. */
    @FunctionalInterface
    interface RowEndsOf {
        RowEnds anew();
    }

    static List<String> rows(RowEndsOf ends, String file) {
        return rows(ends, 100, file.getBytes(UTF_8), List.of());
    }

    /**
     * The rows of a file that is cut at these places; each piece is read by a cutter of its own.
     */
    static List<String> rows(RowEndsOf ends, int maxRow, byte[] file, List<Integer> places) {
        List<String> rows = new ArrayList<>();
        int[] cuts =
                IntStream.concat(
                                places.stream().mapToInt(place -> place % (file.length + 1)),
                                IntStream.of(0, file.length))
                        .sorted()
                        .toArray();
        Remainder remainder = Remainder.NONE;
        RowCutter cutter = null;
        for (int piece = 1; piece < cuts.length; piece++) {
            cutter = new RowCutter(ends.anew(), maxRow, remainder, row -> rows.add(text(row)));
            byte[] bytes = Arrays.copyOfRange(file, cuts[piece - 1], cuts[piece]);
            cutter.feed(bytes, bytes.length);
            if (isUnusable(rows)) {
                return rows;
            }
            remainder = cutter.remainder();
        }
        new RowCutter(ends.anew(), maxRow, remainder, row -> rows.add(text(row))).end();
        return rows;
    }

    private static boolean isUnusable(List<String> rows) {
        return !rows.isEmpty() && rows.getLast().startsWith("!");
    }

    private static String text(Row row) {
        return switch (row) {
            case Row.Whole whole -> whole.line() + ":" + whole.bytes();
            case Row.Refused refused ->
                    "%d?%s:%s"
                            .formatted(
                                    refused.line(),
                                    refused.flaw().reason().code(),
                                    refused.bytes());
            case Row.Unusable unusable -> "!" + unusable.line() + ":" + unusable.detail();
        };
    }
}
