package io.itinera.messaging.letters;

import liqp.TemplateContext;
import liqp.blocks.Block;
import liqp.nodes.LNode;

/** {@code capture}, whose text has been escaped where it was written and is not once more. */
final class CaptureSafe extends Block {
    CaptureSafe() {
        super("capture");
    }

    @Override
    public Object render(TemplateContext context, LNode... nodes) {
        String name = asString(nodes[0].render(context), context);
        context.put(name, new Safe(asString(nodes[1].render(context), context)), true);
        return "";
    }
}
