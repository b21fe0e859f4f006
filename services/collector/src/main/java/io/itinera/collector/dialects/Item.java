package io.itinera.collector.dialects;

import com.fasterxml.jackson.core.JsonToken;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.wire.Scan;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One event of a body, taken apart as far as a dialect needs.
 *
 * @param whole all of it
 * @param fields its own fields
 * @param inside what one of its fields holds
 * @param flaw the first thing wrong with it; then nothing of it may be looked into
 */
public record Item(Slice whole, Members fields, Members inside, @Nullable Flaw flaw) {

    /**
     * Reads the value that the scan stands at and leaves the scan at its end.
     *
     * @param opened the field, an object, that is taken apart too
     */
    public static Item read(Scan scan, byte[] body, String opened) throws IOException {
        scan.begin();
        if (!scan.isAt(JsonToken.START_OBJECT)) {
            Slice whole = scan.value();
            Flaw flaw = new Flaw(Reason.NOT_AN_OBJECT, "an event must be an object");
            return new Item(whole, Members.none(), Members.none(), flaw);
        }
        int start = scan.tokenStart();
        Members fields = Members.none();
        Members inside = Members.none();
        while (scan.next() == JsonToken.FIELD_NAME) {
            String name = scan.name();
            scan.next();
            if (scan.isFull(fields.byName())) {
                scan.walk();
            } else if (!name.equals(opened)) {
                fields.byName().put(name, scan.value());
            } else if (scan.isAt(JsonToken.START_OBJECT)) {
                inside = new Members(scan.members());
            } else {
                scan.object(name);
            }
        }
        Slice whole = scan.measured(new Slice(body, start, scan.tokenEnd()));
        return new Item(whole, fields, inside, scan.flaw());
    }
}
