package io.itinera.messaging.api;

import io.itinera.messaging.domain.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Templates to begin with, in every language that we speak. */
@ApplicationScoped
class Starters {
    private static final String CART_DROP = "cart-drop";
    private static final String ENGLISH = "en";

    private static final Map<String, Starter> CART_DROPS =
            Map.of(
                    ENGLISH,
                    new Starter(
                            CART_DROP,
                            "What they left in the cart",
                            "Pictures, names and prices of what is still in the cart, and a way"
                                    + " back to it."),
                    "ja",
                    new Starter(CART_DROP, "カートに残った商品", "カートに残っている商品の写真、名前、価格と、カートへ戻るリンク。"),
                    "zh-TW",
                    new Starter(CART_DROP, "購物車裡的商品", "購物車中商品的圖片、名稱與價格，以及返回購物車的連結。"));

    /**
     * A template to begin with.
     *
     * @param key by what it is asked for
     * @param title what people call it
     * @param description what it shows
     */
    record Starter(String key, String title, String description) {}

    List<Starter> list(String locale) {
        return List.of(Objects.requireNonNull(CART_DROPS.get(spoken(locale))));
    }

    /** A starter's texts in a language; English when we do not speak it. */
    Optional<Wording> wording(String key, @Nullable String locale) {
        if (!key.equals(CART_DROP)) {
            return Optional.empty();
        }
        String folder = "/starters/" + key + "/" + spoken(locale) + "/";
        return Optional.of(
                new Wording(
                        read(folder + "subject.liquid").strip(),
                        read(folder + "mail.html.liquid"),
                        read(folder + "mail.txt.liquid")));
    }

    /** The one of our languages that is meant. */
    static String spoken(@Nullable String locale) {
        String language = locale == null ? ENGLISH : Locale.forLanguageTag(locale).getLanguage();
        return switch (language) {
            case "ja" -> "ja";
            case "zh" -> "zh-TW";
            default -> ENGLISH;
        };
    }

    static String read(String resource) {
        try (InputStream bytes = Starters.class.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(bytes, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
