package io.itinera.collector.hooks.domain;

/**
 * A place in a mapping's text.
 *
 * @param line from 1; 0 when it is not known
 * @param column from 1; 0 when it is not known
 */
public record Place(int line, int column) {
    /** Nowhere in particular. */
    public static final Place UNKNOWN = new Place(0, 0);

    /** After so many characters of a text; unknown when it has not as many. */
    public static Place after(int characters, String text) {
        if (characters < 0 || characters > text.length()) {
            return UNKNOWN;
        }
        String before = text.substring(0, characters);
        int line = 1 + (int) before.chars().filter(it -> it == '\n').count();
        return new Place(line, characters - before.lastIndexOf('\n'));
    }

    /** Whether it is known. */
    public boolean isKnown() {
        return line > 0;
    }

    @Override
    public String toString() {
        return isKnown() ? " at line %d, column %d".formatted(line, column) : "";
    }
}
