package io.itinera.collector.wire;

import com.fasterxml.jackson.core.JacksonException;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Undecodable;
import java.io.IOException;

/** What holds for every dialect whose body is one JSON value. */
public final class Bodies {
    private Bodies() {}

    /** Reads a body. */
    @FunctionalInterface
    public interface Reader {
        /** Called at the body's first token. */
        Reading read(Scan scan) throws IOException;
    }

    /** What the reader makes of a body that is JSON; one value and nothing behind it. */
    public static Reading read(byte[] body, Limits limits, Reader reader) {
        if (!Utf8.isValid(body)) {
            return new Undecodable("the body is not valid UTF-8");
        }
        try (Scan scan = new Scan(body, limits)) {
            if (scan.next() == null) {
                return new Undecodable("the body is empty");
            }
            scan.begin();
            Reading reading = reader.read(scan);
            if (reading instanceof Submission && scan.next() != null) {
                return new Undecodable("something follows the JSON value");
            }
            return reading;
        } catch (JacksonException notJson) {
            return new Undecodable(place(notJson));
        } catch (IOException incomplete) {
            return new Undecodable("the body is not JSON: it ends within a value");
        }
    }

    /** Line and column, never the text itself, which may be personal. */
    private static String place(JacksonException notJson) {
        var location = notJson.getLocation();
        return location == null
                ? "the body is not JSON"
                : "the body is not JSON at line %d, column %d"
                        .formatted(location.getLineNr(), location.getColumnNr());
    }
}
