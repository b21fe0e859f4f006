package io.itinera.collector.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Section;
import io.itinera.collector.domain.Slice;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Text;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What we read out of an event is what Jackson reads out of it, of equal names the last. */
class SegmentItemProperties {
    private static final JsonFactory JACKSON = new JsonFactory();

    @Property(tries = 3_000)
    void fieldsAreThoseThatJacksonReads(@ForAll("events") String event) throws IOException {
        Draft draft = draft(event);
        assertEquals(reference(event), new Fields(draft.texts(), texts(draft.sections())));
    }

    /** An event's fields; objects as they were written. */
    private record Fields(Map<Text, String> texts, Map<Section, String> sections) {
        Fields() {
            this(new EnumMap<>(Text.class), new EnumMap<>(Section.class));
        }
    }

    private static Draft draft(String event) {
        Submission submission =
                assertInstanceOf(
                        Submission.class,
                        new SegmentEvent().read(event.getBytes(UTF_8), Limits.DEFAULT));
        return submission.drafts().getFirst();
    }

    private static Map<Section, String> texts(Map<Section, Slice> sections) {
        Map<Section, String> texts = new EnumMap<>(Section.class);
        sections.forEach((section, slice) -> texts.put(section, slice.toString()));
        return texts;
    }

    private static Fields reference(String event) throws IOException {
        Fields fields = new Fields();
        try (JsonParser parser = JACKSON.createParser(event)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.getText();
                parser.nextToken();
                for (Text field : Text.values()) {
                    if (field.segmentName().equals(name)) {
                        put(fields.texts(), field, text(parser));
                    }
                }
                for (Section section : Section.values()) {
                    if (section.segmentName().equals(name)) {
                        put(fields.sections(), section, object(parser, event));
                    }
                }
                parser.skipChildren();
            }
        }
        return fields;
    }

    private static <K> void put(Map<K, String> fields, K field, @Nullable String value) {
        fields.compute(field, (_, _) -> value);
    }

    private static @Nullable String text(JsonParser parser) throws IOException {
        boolean isText =
                parser.hasToken(JsonToken.VALUE_STRING) || parser.currentToken().isNumeric();
        return isText && !parser.getText().isEmpty() ? parser.getText() : null;
    }

    private static @Nullable String object(JsonParser parser, String event) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            return null;
        }
        parser.skipChildren();
        return event.substring(start, (int) parser.currentLocation().getCharOffset());
    }

    @Provide
    Arbitrary<String> events() {
        return Documents.objects(
                Stream.concat(
                                Arrays.stream(Text.values()).map(Text::segmentName),
                                Arrays.stream(Section.values()).map(Section::segmentName))
                        .toList());
    }
}
