package io.itinera.collector.dialects.cloudevents;

import com.fasterxml.jackson.core.JsonToken;
import io.itinera.collector.dialects.Drafting;
import io.itinera.collector.dialects.Item;
import io.itinera.collector.dialects.Members;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Reading;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Undecodable;
import io.itinera.collector.wire.Bodies;
import io.itinera.collector.wire.Scan;
import io.itinera.contracts.events.EventType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Structured mode, the body being an event, and batched mode, the body being a list of them. */
public final class JsonFormat implements Dialect {
    private static final String DATA = "data";

    @Override
    public Reading read(byte[] body, Limits limits) {
        return Bodies.read(body, limits, scan -> read(body, scan));
    }

    private static Reading read(byte[] body, Scan scan) throws IOException {
        List<Draft> drafts = new ArrayList<>();
        if (scan.isAt(JsonToken.START_ARRAY)) {
            while (scan.next() != JsonToken.END_ARRAY) {
                if (scan.isEnough(drafts.size())) {
                    scan.walk();
                } else {
                    drafts.add(draft(Item.read(scan, body, "")));
                }
            }
        } else if (scan.isAt(JsonToken.START_OBJECT)) {
            drafts.add(draft(Item.read(scan, body, "")));
        } else {
            return new Undecodable("the body must be a CloudEvent or a list of CloudEvents");
        }
        return new Submission(drafts, null, null, null);
    }

    private static Draft draft(Item item) {
        if (item.flaw() != null) {
            return new Drafting(EventType.track).of(item.whole(), item.flaw());
        }
        Members attributes = item.fields().without(List.of(DATA));
        return new CloudEvent(attributes, item.fields().value(DATA), item.whole()).draft();
    }
}
