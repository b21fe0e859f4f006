package io.itinera.collector.files.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.itinera.collector.files.domain.CsvField;
import io.itinera.collector.files.domain.CsvMapping;
import io.itinera.collector.files.domain.TimeText;
import io.itinera.kit.json.Json;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the texts of one column as what they are said to be. */
final class Cell {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");
    private static final ObjectReader JSON =
            Json.mapper()
                    .readerFor(JsonNode.class)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final CsvField field;
    private final char decimal;
    private final TimeText times;

    Cell(CsvField field, CsvMapping mapping) {
        this.field = field;
        this.decimal = mapping.decimal();
        this.times = new TimeText(field.format(), mapping.zone());
    }

    CsvField field() {
        return field;
    }

    /** The value; nothing when the text is none of its kind. */
    Optional<? extends JsonNode> read(String text) {
        String bare = text.strip();
        return switch (field.type()) {
            case text -> Optional.of(TextNode.valueOf(text));
            case number -> number(bare.replace(decimal, '.'));
            case flag -> flag(bare.toLowerCase(Locale.ROOT)).map(BooleanNode::valueOf);
            case time -> times.parse(bare).map(at -> TextNode.valueOf(at.toString()));
            case json -> json(text);
        };
    }

    private static Optional<DecimalNode> number(String text) {
        return NUMBER.matcher(text).matches()
                ? Optional.of(DecimalNode.valueOf(new BigDecimal(text)))
                : Optional.empty();
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "true", "yes", "1" -> Optional.of(true);
            case "false", "no", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> json(String text) {
        try {
            JsonNode value = JSON.readValue(text);
            return Optional.of(value).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }
}
