package io.itinera.messaging.letters;

import io.itinera.messaging.domain.Wording;
import java.util.Map;

/** A template's three texts, ready to be rendered. */
record CompiledWording(CompiledLiquid subject, CompiledLiquid html, CompiledLiquid text) {
    Wording render(Map<String, Object> values) throws LiquidFlaw {
        return new Wording(
                headerLine(subject.render(values)), html.render(values), text.render(values));
    }

    /** One line: a line break in a value must not begin a header of its own. */
    static String headerLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
