package io.itinera.kit.codec;

/** The forms in which a field's bytes stand, as protobuf has them; and the kinds of free values. */
final class Form {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int LENGTH = 2;
    static final int BITS = 3;
    static final int MASK = (1 << BITS) - 1;

    static final int NULL = 0;
    static final int FALSE = 1;
    static final int TRUE = 2;
    static final int INTEGER = 3;
    static final int REAL = 4;
    static final int TEXT = 5;
    static final int LIST = 6;
    static final int OBJECT = 7;
    static final int BIG_INTEGER = 8;
    static final int DECIMAL = 9;

    /** As deep as the JSON reader goes. */
    static final int MAX_DEPTH = 1000;

    private Form() {}

    static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    static long unzigzag(long packed) {
        return (packed >>> 1) ^ -(packed & 1);
    }
}
