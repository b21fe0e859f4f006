package io.itinera.messaging.letters;

/** How a value becomes part of the text around it. */
public enum Escaping {
    /** As it is: subjects and plain text. */
    NONE {
        @Override
        public String apply(String value) {
            return value;
        }
    },
    /** So that it can be nothing but text, in an element and in a quoted attribute alike. */
    HTML {
        @Override
        public String apply(String value) {
            StringBuilder escaped = new StringBuilder(value.length() + 16);
            value.chars().forEach(c -> append(escaped, (char) c));
            return escaped.toString();
        }
    };

    /** The value, made safe for where it goes. */
    public abstract String apply(String value);

    private static void append(StringBuilder to, char c) {
        switch (c) {
            case '&' -> to.append("&amp;");
            case '<' -> to.append("&lt;");
            case '>' -> to.append("&gt;");
            case '"' -> to.append("&quot;");
            case '\'' -> to.append("&#39;");
            default -> to.append(c);
        }
    }
}
