package io.itinera.journeys.domain.recipe;

import java.util.Locale;

/**
 * A text in the languages of the product.
 *
 * @param english for every language but the others
 * @param japanese for {@code ja}
 * @param traditionalChinese for {@code zh}
 */
public record Localized(String english, String japanese, String traditionalChinese) {

    /** The text for a locale's language. */
    public String in(Locale locale) {
        return switch (locale.getLanguage()) {
            case "ja" -> japanese;
            case "zh" -> traditionalChinese;
            default -> english;
        };
    }
}
