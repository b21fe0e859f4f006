package io.itinera.segmentation.api;

/**
 * Writes a text into a cell of a CSV file. What a customer told us must not become a formula in the
 * table of whoever opens it: a text that a table would calculate begins with an apostrophe (OWASP,
 * CSV injection).
 */
final class Cell {
    /** With these, some table calculates; the wide ones are what Japanese keyboards type. */
    private static final String CALCULATED = "=+-@\t\r\n＝＋－＠";

    private static final char QUOTE = '"';

    private Cell() {}

    static String of(String text) {
        String safe =
                !text.isEmpty() && CALCULATED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return needsQuotes(safe) ? QUOTE + safe.replace("\"", "\"\"") + QUOTE : safe;
    }

    private static boolean needsQuotes(String text) {
        return text.chars().anyMatch(it -> it == QUOTE || it == ',' || it == '\n' || it == '\r')
                || !text.equals(text.strip());
    }
}
