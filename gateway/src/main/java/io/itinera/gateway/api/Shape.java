package io.itinera.gateway.api;

import io.itinera.gateway.domain.Role;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Collects what is wrong with a request's members, so that all of it is said at once. */
final class Shape {
    static final int NAME_LENGTH = 120;
    private static final int ADDRESS_LENGTH = 320;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+");
    private static final Pattern SENDER = Pattern.compile("[^<>\\p{Cntrl}]* <(" + ADDRESS + ")>");

    private final List<Flaw> flaws = new ArrayList<>();

    Shape name(String path, String name) {
        boolean fits = !name.isBlank() && name.length() <= NAME_LENGTH;
        return require(fits, path, "has between 1 and " + NAME_LENGTH + " characters");
    }

    Shape address(String path, String address) {
        boolean fits = isShort(address) && ADDRESS.matcher(address.strip()).matches();
        return require(fits, path, "is an address such as mira@shop.example");
    }

    Shape sender(String path, String sender) {
        boolean fits =
                isShort(sender)
                        && (ADDRESS.matcher(sender).matches() || SENDER.matcher(sender).matches());
        return require(fits, path, "is a sender such as Shop <hello@shop.example>");
    }

    Shape locale(String path, String locale) {
        return require(isLocale(locale), path, "is a language tag such as en or zh-TW");
    }

    Shape role(String path, String role) {
        return require(Role.of(role).isPresent(), path, "is owner, author or viewer");
    }

    Shape within(String path, Duration length, Duration shortest, Duration longest) {
        boolean fits = length.compareTo(shortest) >= 0 && length.compareTo(longest) <= 0;
        return require(fits, path, "is between " + shortest + " and " + longest);
    }

    Shape require(boolean fits, String path, String message) {
        if (!fits) {
            flaws.add(new Flaw(path, message));
        }
        return this;
    }

    private static boolean isShort(String address) {
        return address.length() <= ADDRESS_LENGTH;
    }

    private static boolean isLocale(String locale) {
        try {
            return !new Locale.Builder().setLanguageTag(locale).build().getLanguage().isEmpty();
        } catch (IllformedLocaleException illFormed) {
            return false;
        }
    }

    /**
     * Ends the check.
     *
     * @throws Problem {@link ProblemCode#FLAWED} with everything that does not fit
     */
    void complete() {
        if (!flaws.isEmpty()) {
            throw new Problem(ProblemCode.FLAWED, "Some members do not fit", flaws);
        }
    }
}
