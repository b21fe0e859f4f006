package io.itinera.messaging.letters;

import liqp.TemplateContext;
import liqp.filters.Filter;

/** {@code newline_to_br}: the lines are escaped, the breaks between them are not. */
final class LineBreakFilter extends Filter {
    private final Escaping escaping;

    LineBreakFilter(Escaping escaping) {
        super("newline_to_br");
        this.escaping = escaping;
    }

    @Override
    public Object apply(Object value, TemplateContext context, Object... parameters) {
        String text =
                value instanceof Safe safe
                        ? safe.value()
                        : escaping.apply(asString(value, context));
        return new Safe(text.replace("\n", "<br />\n"));
    }
}
