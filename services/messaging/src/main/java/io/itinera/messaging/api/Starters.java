package io.itinera.messaging.api;

import io.itinera.messaging.domain.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Templates to begin with, in every language that we speak: one layout, whose places in double
 * brackets take the words of the language, Liquid and all.
 */
@ApplicationScoped
class Starters {
    private static final String CART_DROP = "cart-drop";

    /**
     * A template to begin with.
     *
     * @param key by what it is asked for
     * @param title what people call it
     * @param description what it shows
     * @param locales the languages that it is there in
     */
    record Starter(String key, String title, String description, List<String> locales) {}

    List<Starter> list(String locale) {
        Properties words = words(CART_DROP, Spoken.of(locale));
        return List.of(
                new Starter(
                        CART_DROP,
                        words.getProperty("title"),
                        words.getProperty("description"),
                        Spoken.LOCALES));
    }

    /** A starter's texts in a language; English when we do not speak it. */
    Optional<Wording> wording(String key, @Nullable String locale) {
        if (!key.equals(CART_DROP)) {
            return Optional.empty();
        }
        Properties words = words(key, Spoken.of(locale));
        return Optional.of(
                new Wording(
                        words.getProperty("subject"),
                        filled(Resources.text("/starters/" + key + "/mail.html.liquid"), words),
                        filled(Resources.text("/starters/" + key + "/mail.txt.liquid"), words)));
    }

    private static String filled(String layout, Properties words) {
        String text = layout;
        for (String name : words.stringPropertyNames()) {
            text = text.replace("[[" + name + "]]", words.getProperty(name));
        }
        return text;
    }

    private static Properties words(String key, String locale) {
        Properties words = new Properties();
        try {
            words.load(
                    new StringReader(
                            Resources.text("/starters/" + key + "/" + locale + ".properties")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }
}
