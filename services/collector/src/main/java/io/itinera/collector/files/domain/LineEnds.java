package io.itinera.collector.files.domain;

/** One line, one row. */
final class LineEnds implements RowEnds {
    @Override
    public void begin() {}

    @Override
    public void pass(byte b) {}

    @Override
    public boolean breaksAtCarriageReturn() {
        return false;
    }

    @Override
    public boolean endsAtBreak() {
        return true;
    }
}
