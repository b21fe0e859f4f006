package io.itinera.messaging.letters;

import io.itinera.messaging.domain.Items;
import liqp.TemplateContext;
import liqp.filters.Filter;
import org.jspecify.annotations.Nullable;

/**
 * {@code {{ trigger.cart_url | web }}}: the address when a browser may follow it, else nothing. For
 * what an event says, which is a stranger's word; items have been through it.
 */
final class WebFilter extends Filter {
    WebFilter() {
        super("web");
    }

    @Override
    public @Nullable Object apply(
            @Nullable Object value, TemplateContext context, @Nullable Object... parameters) {
        return value == null ? null : Items.web(value);
    }
}
