package io.itinera.messaging.letters;

import java.util.Collection;
import liqp.TemplateContext;
import liqp.filters.Filter;

/**
 * One of the language's own filters, which may not make a value longer than a whole mail: appending
 * a text to itself thirty times would otherwise fill the memory.
 */
final class BoundedFilter extends Filter {
    private static final int MAX_ELEMENTS = Liquid.MAX_ITERATIONS;

    private final Filter filter;

    BoundedFilter(Filter filter) {
        super(filter.name);
        this.filter = filter;
    }

    @Override
    public Object apply(Object value, TemplateContext context, Object... parameters) {
        Object given = value instanceof Safe safe ? safe.value() : value;
        Object result = filter.apply(given, context, parameters);
        if (size(result) > limit(result)) {
            throw new IllegalArgumentException(name + " makes a value that is too long");
        }
        return result;
    }

    private static int limit(Object result) {
        return result instanceof CharSequence ? Liquid.MAX_RENDERED : MAX_ELEMENTS;
    }

    private static int size(Object result) {
        return switch (result) {
            case null -> 0;
            case CharSequence text -> text.length();
            case Collection<?> collection -> collection.size();
            case Object[] array -> array.length;
            default -> 1;
        };
    }
}
