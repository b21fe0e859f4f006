package io.itinera.loadtests.ledger;

/** Ways in which one event of a request cannot be used, while the others can. */
enum Pill {
    NOBODY {
        @Override
        String json(String id) {
            return event(id, "\"properties\":{}");
        }
    },
    UNKNOWN_TYPE {
        @Override
        String json(String id) {
            return "{\"messageId\":\"%s\",\"userId\":\"a\",\"type\":\"shout\"}".formatted(id);
        }
    },
    NAMELESS {
        @Override
        String json(String id) {
            return "{\"messageId\":\"%s\",\"userId\":\"a\",\"type\":\"track\"}".formatted(id);
        }
    },
    WRONG_TIME {
        @Override
        String json(String id) {
            return event(id, "\"userId\":\"a\",\"timestamp\":\"the day after tomorrow\"");
        }
    },
    TOO_LARGE {
        @Override
        String json(String id) {
            String filler = "x".repeat(TOO_MANY_BYTES);
            return event(id, "\"userId\":\"a\",\"properties\":{\"filler\":\"" + filler + "\"}");
        }
    },
    TOO_DEEP {
        @Override
        String json(String id) {
            String deep = "{\"a\":".repeat(TOO_MANY_LEVELS) + "1" + "}".repeat(TOO_MANY_LEVELS);
            return event(id, "\"userId\":\"a\",\"properties\":" + deep);
        }
    },
    NO_OBJECT {
        @Override
        String json(String id) {
            return "\"" + id + "\"";
        }
    },
    LONG_NAME {
        @Override
        String json(String id) {
            String name = "n".repeat(TOO_MANY_CHARACTERS);
            return event(id, "\"userId\":\"a\",\"properties\":{\"" + name + "\":1}");
        }
    };

    private static final int TOO_MANY_BYTES = 40_000;
    private static final int TOO_MANY_LEVELS = 40;
    private static final int TOO_MANY_CHARACTERS = 300;

    /** The event's JSON, which names this id. */
    abstract String json(String id);

    /** Each in its turn. */
    static Pill of(long number) {
        return values()[Math.floorMod(number / 7 + number, values().length)];
    }

    private static String event(String id, String rest) {
        return "{\"messageId\":\"%s\",\"type\":\"track\",\"event\":\"Pill\",%s}"
                .formatted(id, rest);
    }
}
