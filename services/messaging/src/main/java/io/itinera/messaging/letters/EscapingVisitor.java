package io.itinera.messaging.letters;

import liqp.LValue;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.nodes.LNode;
import liqp.org.antlr.v4.runtime.tree.ParseTree;
import liqp.parser.v4.NodeVisitor;
import liquid.parser.v4.LiquidParser;

/**
 * Builds the tree that is rendered, and on the way puts escaping around every value that reaches
 * the output: the template's own text passes, a customer's never unescaped.
 */
final class EscapingVisitor extends NodeVisitor {
    private final Escaping escaping;

    EscapingVisitor(TemplateParser parser, Escaping escaping) {
        super(parser.insertions, parser.filters, parser.liquidStyleInclude);
        this.escaping = escaping;
    }

    @Override
    public LNode visit(ParseTree tree) {
        return super.visit(tree);
    }

    @Override
    public LNode visitOutput(LiquidParser.OutputContext output) {
        return new Escaped(super.visitOutput(output), escaping);
    }

    @Override
    public LNode visitCycle_tag(LiquidParser.Cycle_tagContext cycle) {
        return new Escaped(super.visitCycle_tag(cycle), escaping);
    }

    @Override
    public LNode visitInclude_tag(LiquidParser.Include_tagContext include) {
        throw new IllegalArgumentException("include is not available");
    }

    @Override
    public LNode visitInclude_relative_tag(LiquidParser.Include_relative_tagContext include) {
        throw new IllegalArgumentException("include_relative is not available");
    }

    private static final class Escaped extends LValue implements LNode {
        private final LNode value;
        private final Escaping escaping;

        Escaped(LNode value, Escaping escaping) {
            this.value = value;
            this.escaping = escaping;
        }

        @Override
        public Object render(TemplateContext context) {
            Object rendered = value.render(context);
            return rendered instanceof Safe safe
                    ? safe.value()
                    : escaping.apply(asString(rendered, context));
        }
    }
}
