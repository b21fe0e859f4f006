package io.itinera.kit.records;

/** Bytes that are not what they should be; whoever reads records puts them into quarantine. */
public final class Unreadable extends RuntimeException {
    private final String reason;

    /**
     * Unreadable bytes.
     *
     * @param reason a code such as {@code not_json}
     * @param detail a sentence that names the place, without the value
     */
    public Unreadable(String reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** The code that goes into quarantine. */
    public String reason() {
        return reason;
    }

    /** The sentence that goes with it. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
