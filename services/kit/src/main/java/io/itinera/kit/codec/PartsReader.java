package io.itinera.kit.codec;

import io.itinera.kit.records.Unreadable;
import java.util.UUID;

/**
 * Reads what {@link Parts} wrote, in the same order. Everything that reads throws {@link
 * Unreadable} when the bytes end too early.
 */
public final class PartsReader {
    private final Spring spring;

    PartsReader(Spring spring) {
        this.spring = spring;
    }

    /** Whether there is more. */
    public boolean hasNext() {
        return !spring.isDry();
    }

    /** A number from 0 to 255. */
    public int octet() {
        return spring.octet();
    }

    /** A whole number. */
    public long number() {
        return Form.unzigzag(spring.varint());
    }

    /** A UUID. */
    public UUID uuid() {
        return new UUID(spring.fixed64(), spring.fixed64());
    }

    /** A text. */
    public String text() {
        return spring.text();
    }
}
