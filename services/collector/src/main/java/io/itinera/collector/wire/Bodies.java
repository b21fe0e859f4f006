package io.itinera.collector.wire;

import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Undecodable;
import java.io.IOException;
import java.io.UncheckedIOException;

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
        try {
            return read(new Scan(body, limits), reader);
        } catch (NotJson notJson) {
            return new Undecodable("the body is not JSON at " + notJson.place(body));
        } catch (IOException surprise) {
            throw new UncheckedIOException(surprise);
        }
    }

    private static Reading read(Scan scan, Reader reader) throws IOException {
        if (scan.next() == null) {
            return new Undecodable("the body is empty");
        }
        scan.begin();
        Reading reading = reader.read(scan);
        if (reading instanceof Submission && scan.next() != null) {
            return new Undecodable("something follows the JSON value");
        }
        return reading;
    }
}
