package io.itinera.messaging.letters;

/**
 * Text that is ready for its channel and must not be escaped a second time. Every filter but those
 * that know it turns it back into plain text, which is then escaped anew: losing the mark is ugly,
 * never unsafe.
 */
record Safe(String value) {
    @Override
    public String toString() {
        return value;
    }
}
