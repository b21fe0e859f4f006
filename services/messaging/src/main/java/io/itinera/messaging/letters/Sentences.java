package io.itinera.messaging.letters;

import org.jspecify.annotations.Nullable;

/** What the template library complains of, short enough to stand beside the template. */
final class Sentences {
    private static final int LONGEST = 300;

    private Sentences() {}

    /** The innermost complaint: what the library wraps around it says only where it was. */
    static String of(Throwable wrong) {
        Throwable cause = wrong;
        while (cause.getCause() != null && cause.getCause().getMessage() != null) {
            cause = cause.getCause();
        }
        String text = firstLine(cause.getMessage(), cause);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static String firstLine(@Nullable String message, Throwable cause) {
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().filter(line -> !line.isBlank()).findFirst().orElse(message);
    }
}
