package io.itinera.messaging.letters;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import liqp.TemplateContext;
import liqp.filters.Filter;
import org.jspecify.annotations.Nullable;

/**
 * {@code {{ item.price | money: item.currency, workspace.locale }}}: an amount as people write it.
 * What is no number, or has no currency, stays as it is.
 */
final class MoneyFilter extends Filter {
    MoneyFilter() {
        super("money");
    }

    @Override
    public @Nullable Object apply(
            @Nullable Object value, TemplateContext context, @Nullable Object... parameters) {
        Currency currency = currency(parameters);
        if (value == null || currency == null || !canBeNumber(value)) {
            return value;
        }
        NumberFormat format = NumberFormat.getCurrencyInstance(locale(parameters));
        format.setCurrency(currency);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(new BigDecimal(asNumber(value).toString()));
    }

    private @Nullable Currency currency(@Nullable Object[] parameters) {
        if (parameters.length == 0 || parameters[0] == null) {
            return null;
        }
        try {
            return Currency.getInstance(parameters[0].toString().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static Locale locale(@Nullable Object[] parameters) {
        return parameters.length < 2 || parameters[1] == null
                ? Locale.ENGLISH
                : Locale.forLanguageTag(parameters[1].toString());
    }
}
