package io.itinera.collector.files.rows;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes as text; files come in other encodings too, and are told so. */
final class Utf8Text {
    private Utf8Text() {}

    /** The text; nothing when the bytes are not UTF-8, or have a NUL, as UTF-16 has everywhere. */
    static Optional<String> strict(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
