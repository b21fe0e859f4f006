package io.itinera.messaging.letters;

/** A template's text that cannot be parsed or rendered; the message is for its author. */
public final class LiquidFlaw extends Exception {
    private static final long serialVersionUID = 1;

    LiquidFlaw(String message) {
        super(message);
    }
}
