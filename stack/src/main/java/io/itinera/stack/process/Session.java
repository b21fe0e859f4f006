package io.itinera.stack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How a command gets a session of its own. In the launcher's session a Ctrl-C would reach every
 * process at once, and the servers would go before the services that still write to them.
 */
final class Session {

    /** What to put before a command; the process keeps the pid that it starts with. */
    static final List<String> PREFIX = prefixOfThisMachine();

    private Session() {}

    private static List<String> prefixOfThisMachine() {
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return List.of("/usr/bin/setsid");
        }
        if (Files.isExecutable(Path.of("/usr/bin/perl"))) {
            return List.of(
                    "/usr/bin/perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die $!");
        }
        return List.of();
    }
}
