package io.itinera.stack.launcher;

import io.itinera.stack.process.Home;
import io.itinera.stack.process.LogFile;
import io.itinera.stack.process.RunRecord;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The right to run a home: held by one launcher at a time, and free again when that launcher ends,
 * however it ends.
 */
final class Instance implements AutoCloseable {

    /** Under which the launcher's own process is recorded. */
    static final String NAME = "launcher";

    private final Home home;
    private final FileChannel channel;

    private Instance(Home home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /** The launcher that runs this home, if another process than this one does. */
    static Optional<ProcessHandle> running(Home home) {
        return RunRecord.read(home.run(), NAME)
                .flatMap(RunRecord::live)
                .filter(it -> it.pid() != ProcessHandle.current().pid());
    }

    /**
     * Takes the right.
     *
     * @throws Refusal if another launcher has it
     */
    static Instance claim(Home home) throws IOException {
        Files.createDirectories(home.run());
        Path file = home.run().resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new Refusal("Another ./itinera is starting or stopping right now.");
        }
        return new Instance(home, channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Tells others which process to ask for an end. */
    void record() throws IOException {
        RunRecord.ofThisProcess(NAME, new LogFile(home.log(NAME))).write(home.run());
    }

    @Override
    public void close() throws IOException {
        RunRecord.forget(home.run(), NAME);
        channel.close();
    }
}
