package io.itinera.stack.launcher;

import io.itinera.stack.process.Home;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** The port of each listener: chosen at the first start, kept from then on. */
record Ports(Map<PortName, Integer> numbers) {

    private static final int HIGHEST = 65_535;

    Ports {
        numbers = Map.copyOf(numbers);
    }

    int of(PortName name) {
        return numbers.get(name);
    }

    /** Any ports, as many as there are listeners. */
    static Ports random(List<Integer> free) {
        Iterator<Integer> next = free.iterator();
        Map<PortName, Integer> chosen = new EnumMap<>(PortName.class);
        for (PortName name : PortName.values()) {
            chosen.put(name, next.next());
        }
        return new Ports(chosen);
    }

    /** The preferred ports, and the next free one where one is taken. */
    static Ports choose(IntPredicate isFree) {
        return complete(Map.of(), isFree);
    }

    /** What was chosen before, completed for listeners that are new since. */
    private static Ports complete(Map<PortName, Integer> kept, IntPredicate isFree) {
        Map<PortName, Integer> chosen = new EnumMap<>(PortName.class);
        chosen.putAll(kept);
        for (PortName name : PortName.values()) {
            if (!chosen.containsKey(name)) {
                chosen.put(name, next(name.preferred(), chosen, isFree));
            }
        }
        return new Ports(chosen);
    }

    private static int next(int from, Map<PortName, Integer> chosen, IntPredicate isFree) {
        for (int port = from; port <= HIGHEST; port++) {
            if (!chosen.containsValue(port) && isFree.test(port)) {
                return port;
            }
        }
        throw new Refusal("No free port from " + from + " up.");
    }

    /**
     * Reads what an earlier start chose, or chooses and writes it.
     *
     * @throws Refusal if the file does not hold port numbers
     */
    static Ports loadOrChoose(Home home, IntPredicate isFree) throws IOException {
        Path file = file(home);
        Map<PortName, Integer> kept = Files.exists(file) ? read(file) : Map.of();
        Ports ports = complete(kept, isFree);
        if (!ports.numbers.equals(kept)) {
            ports.keep(home);
        }
        return ports;
    }

    /** What an earlier start chose; empty if there was none. */
    static Optional<Ports> load(Home home) throws IOException {
        Path file = file(home);
        return Files.exists(file)
                ? Optional.of(complete(read(file), port -> true))
                : Optional.empty();
    }

    /**
     * Makes sure that the ports of all that a start starts can be taken.
     *
     * @throws Refusal that names the first port that cannot, what it is for and who holds it
     */
    void refuseIfTaken(IntPredicate isFree, IntFunction<Optional<String>> holder) {
        for (PortName name : PortName.values()) {
            int port = of(name);
            if (!PortName.BY_NAME.contains(name) && !isFree.test(port)) {
                String who = holder.apply(port).map(it -> " by " + it).orElse("");
                throw new Refusal(
                        ("Port %d, which %s has had since the first start, is taken%s: stop that, or"
                                        + " change the port in .itinera/ports.properties.")
                                .formatted(port, name.key(), who));
            }
        }
    }

    /** Writes the ports down, for the next start. */
    void keep(Home home) throws IOException {
        Path file = file(home);
        Properties properties = new Properties();
        numbers.forEach((name, port) -> properties.setProperty(name.key(), port.toString()));
        Files.createDirectories(file.getParent());
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "The ports of this Itinera; kept from start to start.");
        }
    }

    private static Map<PortName, Integer> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<PortName, Integer> numbers = new EnumMap<>(PortName.class);
        for (PortName name : PortName.values()) {
            String value = properties.getProperty(name.key());
            if (value != null) {
                numbers.put(name, number(file, name, value));
            }
        }
        return numbers;
    }

    private static int number(Path file, PortName name, String value) {
        if (!value.strip().matches("[0-9]{1,5}") || Integer.parseInt(value.strip()) > HIGHEST) {
            throw new Refusal("%s: %s is not a port: %s".formatted(file, name.key(), value));
        }
        return Integer.parseInt(value.strip());
    }

    private static Path file(Home home) {
        return home.directory().resolve("ports.properties");
    }
}
