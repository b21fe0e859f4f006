package io.itinera.collector.hooks.mapping;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the place of the language's own functions that would make something of any size in
 * one step, take patterns for texts, or compile what no bound has seen.
 */
final class OwnFunctions {
    private static final Map<String, JFunction> BY_NAME =
            Map.of(
                    "eval", new JFunction((_, _) -> refused("eval"), "<sx?:x>"),
                    "match", new JFunction((_, _) -> refused("match"), "<s-xn?:x>"),
                    "pad", new JFunction((_, told) -> pad(told), "<s-ns?:s>"),
                    "replace", new JFunction((_, told) -> replace(told), "<s-ssn?:s>"),
                    "join", new JFunction((_, told) -> join(told), "<a<s>s?:s>"));

    private OwnFunctions() {}

    static void on(Jsonata.Frame frame) {
        BY_NAME.forEach((name, function) -> frame.bind(name, (Object) function));
    }

    private static Object refused(String name) {
        throw new BeyondBounds("a mapping must not use $" + name);
    }

    private static @Nullable String pad(List<?> told) {
        String text = text(told, 0);
        if (text == null) {
            return null;
        }
        int width = number(told, 1, 0);
        String filling = text(told, 2);
        String unit = filling == null || filling.isEmpty() ? " " : filling;
        int missing = Math.abs(width) - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        if (missing > Bounds.TEXT) {
            Bounds.check(unit.repeat(Bounds.TEXT + 1));
        }
        String repeated = unit.repeat(missing / unit.length() + 1).substring(0, missing);
        return width < 0 ? repeated + text : text + repeated;
    }

    private static @Nullable String replace(List<?> told) {
        String text = text(told, 0);
        String sought = text(told, 1);
        String by = text(told, 2);
        if (text == null || sought == null || by == null) {
            return text;
        }
        if (sought.isEmpty()) {
            throw new BeyondBounds("$replace must be told what to replace");
        }
        int most = number(told, 3, Integer.MAX_VALUE);
        StringBuilder replaced = new StringBuilder();
        int done = 0;
        int found = text.indexOf(sought);
        for (int count = 0; found >= 0 && count < most; count++) {
            replaced.append(text, done, found).append(by);
            Bounds.check(replaced);
            done = found + sought.length();
            found = text.indexOf(sought, done);
        }
        return replaced.append(text.substring(done)).toString();
    }

    private static @Nullable String join(List<?> told) {
        if (told.isEmpty() || !(told.getFirst() instanceof List<?> texts)) {
            return null;
        }
        String between = text(told, 1);
        StringBuilder joined = new StringBuilder();
        for (Object each : texts) {
            if (!joined.isEmpty() && between != null) {
                joined.append(between);
            }
            joined.append(each);
            Bounds.check(joined);
        }
        return joined.toString();
    }

    private static @Nullable String text(List<?> told, int index) {
        return told.size() > index && told.get(index) instanceof String text ? text : null;
    }

    private static int number(List<?> told, int index, int otherwise) {
        return told.size() > index && told.get(index) instanceof Number number
                ? number.intValue()
                : otherwise;
    }
}
