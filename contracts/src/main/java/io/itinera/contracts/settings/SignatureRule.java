package io.itinera.contracts.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.itinera.contracts.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Where a webhook's HMAC stands and what it was made of, for senders that have no preset.
 *
 * @param header the header that carries it
 * @param hash the hash under the HMAC
 * @param encoding how its bytes are written
 * @param prefix what stands before it in the header, such as {@code sha256=}
 * @param timestampHeader the header that says when it was signed, in seconds since 1970; then the
 *     signature is good for five minutes
 * @param signed what was signed, with {@code {body}} for the body's bytes and {@code {timestamp}}
 *     for the timestamp header's text; the body alone when absent
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SignatureRule(
        String header,
        Hash hash,
        Encoding encoding,
        @Nullable String prefix,
        @Nullable String timestampHeader,
        @JsonProperty(isRequired = OptBoolean.FALSE) String signed) {
    /** What is signed unless a rule says otherwise. */
    public static final String BODY = "{body}";

    public SignatureRule {
        signed = signed == null ? BODY : signed;
    }

    /** A hash that an HMAC may stand on, named as on the wire. */
    public enum Hash {
        sha1,
        sha256,
        sha512
    }

    /** How a signature's bytes become text, named as on the wire. */
    public enum Encoding {
        hex,
        base64
    }
}
