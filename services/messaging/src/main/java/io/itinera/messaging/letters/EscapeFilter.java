package io.itinera.messaging.letters;

import liqp.TemplateContext;
import liqp.filters.Filter;

/** {@code escape}, for authors who write it although it happens by itself: it happens once. */
final class EscapeFilter extends Filter {
    private final Escaping escaping;

    EscapeFilter(String name, Escaping escaping) {
        super(name);
        this.escaping = escaping;
    }

    @Override
    public Object apply(Object value, TemplateContext context, Object... parameters) {
        return value instanceof Safe ? value : new Safe(escaping.apply(asString(value, context)));
    }
}
