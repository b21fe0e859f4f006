package io.itinera.collector.files.domain;

/** RFC 4180: a line break within quotes belongs to the field. */
final class CsvEnds implements RowEnds {
    private enum At {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final byte separator;
    private At at = At.FIELD_START;

    CsvEnds(char separator) {
        this.separator = (byte) separator;
    }

    @Override
    public void begin() {
        at = At.FIELD_START;
    }

    @Override
    public void pass(byte b) {
        at =
                switch (at) {
                    case FIELD_START -> b == '"' ? At.QUOTED : unquoted(b);
                    case PLAIN -> unquoted(b);
                    case QUOTED -> b == '"' ? At.QUOTE_IN_QUOTED : At.QUOTED;
                    case QUOTE_IN_QUOTED -> b == '"' ? At.QUOTED : unquoted(b);
                };
    }

    private At unquoted(byte b) {
        return b == separator ? At.FIELD_START : At.PLAIN;
    }

    @Override
    public boolean breaksAtCarriageReturn() {
        return true;
    }

    @Override
    public boolean endsAtBreak() {
        return at != At.QUOTED;
    }
}
