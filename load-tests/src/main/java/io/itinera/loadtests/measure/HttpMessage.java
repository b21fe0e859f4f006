package io.itinera.loadtests.measure;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request without its headers.
 *
 * @param path with the query
 * @param body empty when it has none
 */
public record HttpMessage(String method, String path, Buffer body) {
    private static final Buffer NOTHING = Buffer.buffer();

    /** One without a body. */
    public static HttpMessage get(String path) {
        return new HttpMessage("GET", path, NOTHING);
    }

    /** One with a body. */
    public static HttpMessage post(String path, Buffer body) {
        return new HttpMessage("POST", path, body);
    }

    /** One whose body is a text. */
    public static HttpMessage post(String path, String body) {
        return post(path, Buffer.buffer(body));
    }

    /** All of its bytes. */
    byte[] bytes(URI server, Map<String, String> headers) {
        StringBuilder head = new StringBuilder(method).append(' ').append(path);
        head.append(" HTTP/1.1\r\nhost: ").append(server.getAuthority()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body.length() > 0) {
            head.append("content-length: ").append(body.length()).append("\r\n");
        }
        byte[] begun = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[begun.length + body.length()];
        System.arraycopy(begun, 0, all, 0, begun.length);
        body.getBytes(all, begun.length);
        return all;
    }
}
