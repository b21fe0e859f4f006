package io.itinera.collector.files.domain;

/** The bytes that some programs write before the first row, to say how the text is encoded. */
final class ByteOrderMark {
    private static final byte[] UTF_8 = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte HIGH = (byte) 0xfe;
    private static final byte LOW = (byte) 0xff;

    private ByteOrderMark() {}

    static boolean isUtf16(byte[] file) {
        return file[0] == HIGH ? file[1] == LOW : file[0] == LOW && file[1] == HIGH;
    }

    /** Whether the bytes that are known may be the beginning of a mark. */
    static boolean mayBegin(byte[] file, int known) {
        return switch (known) {
            case 0 -> true;
            case 1 -> file[0] == UTF_8[0] || file[0] == HIGH || file[0] == LOW;
            case 2 -> file[0] == UTF_8[0] && file[1] == UTF_8[1];
            default -> false;
        };
    }

    /** How many bytes it has; 0 when there is none. */
    static int length(byte[] file, int known) {
        boolean isThere =
                known == UTF_8.length
                        && file[0] == UTF_8[0]
                        && file[1] == UTF_8[1]
                        && file[2] == UTF_8[2];
        return isThere ? UTF_8.length : 0;
    }
}
