package io.itinera.stack.process;

import java.util.List;
import java.util.Map;

/**
 * What it takes to start a process.
 *
 * @param environment added to the launcher's own
 * @param ports what it will listen on, first the one that people know it by; must be free
 */
public record Launch(
        String name,
        List<String> command,
        Map<String, String> environment,
        StopSignal stopSignal,
        List<Integer> ports) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        ports = List.copyOf(ports);
    }
}
