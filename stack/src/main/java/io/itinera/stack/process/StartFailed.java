package io.itinera.stack.process;

import java.io.IOException;
import java.util.List;

/** A process that did not come up, told with its name and the end of its log. */
public final class StartFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int LINES = 30;

    private final String process;

    private StartFailed(String process, String message) {
        super(message);
        this.process = process;
    }

    static StartFailed of(String process, String what, LogFile log) {
        return new StartFailed(process, what + "\n" + end(log));
    }

    public String process() {
        return process;
    }

    private static List<String> tail(LogFile log) {
        try {
            return log.tail(LINES);
        } catch (IOException e) {
            return List.of("(cannot be read: " + e.getMessage() + ")");
        }
    }

    /** The end of a log as it is shown to a person. */
    public static String end(LogFile log) {
        List<String> tail = tail(log);
        return "The end of "
                + log.path()
                + ":\n"
                + String.join("\n", tail.stream().map(it -> "  | " + it).toList());
    }
}
