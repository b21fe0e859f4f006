package io.itinera.collector.wire;

import com.fasterxml.jackson.core.JsonToken;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Flaw;
import io.itinera.collector.domain.Reason;
import io.itinera.collector.domain.Section;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Text;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one event whose fields are called as in Segment's API. */
final class SegmentItem {
    private static final Words<Enum<?>> FIELDS = new Words<>(fields());

    private final byte[] body;
    private final Scan scan;

    SegmentItem(byte[] body, Scan scan) {
        this.body = body;
        this.scan = scan;
    }

    /** Reads the value that the scan stands at and leaves the scan at its end. */
    Draft read() throws IOException {
        scan.begin();
        Map<Text, String> texts = new EnumMap<>(Text.class);
        Map<Section, Slice> sections = new EnumMap<>(Section.class);
        if (scan.isAt(JsonToken.START_OBJECT)) {
            int start = scan.tokenStart();
            readFields(texts, sections);
            return new Draft(new Slice(body, start, scan.tokenEnd()), texts, sections, scan.flaw());
        }
        Flaw flaw = new Flaw(Reason.NOT_AN_OBJECT, "an event must be an object");
        return new Draft(scan.value(), texts, sections, flaw);
    }

    private void readFields(Map<Text, String> texts, Map<Section, Slice> sections)
            throws IOException {
        while (scan.next() == JsonToken.FIELD_NAME) {
            Enum<?> field = scan.name(FIELDS);
            scan.next();
            switch (field) {
                case Text text -> put(texts, text, scan.text(text.segmentName()));
                case Section section -> put(sections, section, scan.object(section.segmentName()));
                case null, default -> scan.walk();
            }
        }
    }

    private static Map<String, Enum<?>> fields() {
        Map<String, Enum<?>> fields = new HashMap<>();
        for (Text text : Text.values()) {
            fields.put(text.segmentName(), text);
        }
        for (Section section : Section.values()) {
            fields.put(section.segmentName(), section);
        }
        return fields;
    }

    /** Of two fields with one name the last holds, as it does for whoever reads the whole. */
    private static <K, V> void put(Map<K, V> map, K key, @Nullable V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }
}
