package io.itinera.stack.launcher;

import io.itinera.stack.process.Home;
import io.itinera.stack.process.LogFile;
import io.itinera.stack.process.RunRecord;
import io.itinera.stack.process.StartFailed;
import io.itinera.stack.process.StopIntent;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Notices processes that end though nobody stopped them. */
final class Watch {

    private final Home home;
    private final Progress progress;
    private final Set<Long> told = new HashSet<>();

    Watch(Home home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    /** Looks around once a second, also at what other commands have started meanwhile. */
    void until(CountDownLatch end) throws InterruptedException {
        while (!end.await(1, TimeUnit.SECONDS)) {
            lookAround();
        }
    }

    void lookAround() {
        for (RunRecord record : RunRecord.readAll(home.run())) {
            if (record.live().isEmpty()
                    && !StopIntent.declared(home, record.name())
                    && told.add(record.pid())) {
                progress.say(
                        "%s ended unasked. Start it again with ./itinera start %s. %s"
                                .formatted(
                                        record.name(),
                                        record.name(),
                                        StartFailed.end(new LogFile(home.log(record.name())))));
            }
        }
    }
}
