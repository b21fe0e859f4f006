package io.itinera.collector.domain;

/**
 * How much one request and one event may hold. What is beyond is refused alone, with its reason.
 *
 * @param eventBytes the bytes of one event as sent, a batch's shared context counted with each
 * @param depth objects and lists inside one another, the event itself being the first
 * @param names the names in one event, at every depth
 * @param nameLength the characters of one such name
 * @param textLength the characters of an id, an event's name or a page's name
 * @param events the events of one request
 */
public record Limits(
        int eventBytes, int depth, int names, int nameLength, int textLength, int events) {

    /** What holds unless an operator says otherwise. */
    public static final Limits DEFAULT = new Limits(32 * 1024, 20, 1_000, 200, 200, 10_000);

    /** The characters of a message id; a longer one is replaced by its hash. */
    public static final int MESSAGE_ID_LENGTH = 100;
}
