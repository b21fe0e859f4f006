package io.itinera.messaging.letters;

import java.util.Map;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.nodes.LNode;

/** A template's text after parsing; rendered by any number of threads at once. */
record CompiledLiquid(TemplateParser parser, LNode root) {

    /** The text for these values; what they do not have is empty, and U+0000 is no text. */
    String render(Map<String, Object> values) throws LiquidFlaw {
        try {
            return String.valueOf(root.render(new TemplateContext(parser, values)))
                    .replace("\u0000", "");
        } catch (RuntimeException wrong) {
            throw new LiquidFlaw(Sentences.of(wrong));
        } catch (StackOverflowError _) {
            throw new LiquidFlaw("is nested too deeply");
        }
    }
}
