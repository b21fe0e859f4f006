package io.itinera.messaging.letters;

import java.time.ZoneOffset;
import java.util.Locale;
import liqp.TemplateParser;
import liqp.filters.Filter;
import liqp.nodes.LNode;
import liqp.parser.Flavor;

/**
 * The template language: Shopify's Liquid, without a way to a file and with an end to its work. One
 * for each kind of escaping.
 */
final class Liquid {
    /** The longest text that is parsed, in characters. */
    static final int MAX_TEMPLATE = 200_000;

    /** The most rounds that all loops of one rendering take together. */
    static final int MAX_ITERATIONS = 10_000;

    /** The longest text that comes out, and the longest value on the way to it, in characters. */
    static final int MAX_RENDERED = 1_000_000;

    private final TemplateParser parser;
    private final Escaping escaping;

    Liquid(Escaping escaping) {
        this.escaping = escaping;
        this.parser = parser(escaping);
    }

    private static TemplateParser parser(Escaping escaping) {
        TemplateParser.Builder builder =
                new TemplateParser.Builder()
                        .withFlavor(Flavor.LIQUID)
                        .withLocale(Locale.ROOT)
                        .withDefaultTimeZone(ZoneOffset.UTC)
                        .withNameResolver(
                                name -> {
                                    throw new IllegalArgumentException("no files: " + name);
                                })
                        .withMaxIterations(MAX_ITERATIONS)
                        .withMaxSizeRenderedString(MAX_RENDERED)
                        .withMaxTemplateSizeBytes(MAX_TEMPLATE)
                        .withBlock(new CaptureSafe());
        for (Filter filter : Flavor.LIQUID.getFilters().values()) {
            builder.withFilter(new BoundedFilter(filter));
        }
        return builder.withFilter(new EscapeFilter("escape", escaping))
                .withFilter(new EscapeFilter("h", escaping))
                .withFilter(new LineBreakFilter(escaping))
                .withFilter(new MoneyFilter())
                .withFilter(new WebFilter())
                .build();
    }

    /** Reads a template's text once, so that it can be rendered often. */
    CompiledLiquid compile(String source) throws LiquidFlaw {
        if (source.length() > MAX_TEMPLATE) {
            throw new LiquidFlaw("is longer than " + MAX_TEMPLATE + " characters");
        }
        try {
            LNode root =
                    new EscapingVisitor(parser, escaping)
                            .visit(parser.parse(source).getParseTree());
            return new CompiledLiquid(parser, root);
        } catch (RuntimeException wrong) {
            throw new LiquidFlaw(Sentences.of(wrong));
        } catch (StackOverflowError _) {
            throw new LiquidFlaw("is nested too deeply");
        }
    }
}
