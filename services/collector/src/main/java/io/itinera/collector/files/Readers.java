package io.itinera.collector.files;

import java.util.HashMap;
import java.util.Map;

/**
 * How many files are being read: so many at a time, and half of them for one workspace, so that
 * nobody's slow senders keep everybody else's files out.
 */
final class Readers {
    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> byWorkspace = new HashMap<>();
    private int all;

    Readers(int most) {
        this.most = most;
        this.mostOfOne = Math.max(1, most / 2);
    }

    /** Whether another of this workspace's files may be read; then it is, until it leaves. */
    synchronized boolean enters(String workspace) {
        int own = byWorkspace.getOrDefault(workspace, 0);
        if (all == most || own == mostOfOne) {
            return false;
        }
        all++;
        byWorkspace.put(workspace, own + 1);
        return true;
    }

    /** One that entered is read no more. */
    synchronized void leaves(String workspace) {
        all--;
        byWorkspace.computeIfPresent(workspace, (_, own) -> own == 1 ? null : own - 1);
    }
}
