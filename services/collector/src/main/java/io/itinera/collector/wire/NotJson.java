package io.itinera.collector.wire;

import java.io.IOException;

/** A body that is no JSON, and where it stops being some. */
final class NotJson extends IOException {
    private static final long serialVersionUID = 1;

    private final int at;

    /** At this byte. */
    NotJson(int at) {
        this.at = at;
    }

    /** Line and column, never the text itself, which may be personal. */
    String place(byte[] body) {
        int line = 1;
        int column = 1;
        for (int before = 0; before < Math.min(at, body.length); before++) {
            column++;
            if (body[before] == '\n') {
                line++;
                column = 1;
            }
        }
        return "line %d, column %d".formatted(line, column);
    }

    /** Nobody looks at where in our code it was found, and a flood of such bodies costs less. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
