package io.itinera.stack.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What the tests' time went to, read from the reports that Surefire and Failsafe write. */
final class SlowestClasses {

    private static final Set<String> REPORTS = Set.of("surefire-reports", "failsafe-reports");
    private static final Set<String> NOT_OURS = Set.of("node_modules", ".git", ".itinera", "src");

    private SlowestClasses() {}

    /** One test class and how long it took. */
    record Timing(String name, double seconds, int tests) {}

    /** The classes whose reports were written after an instant. */
    static List<Timing> since(Path project, Instant from) throws IOException {
        List<Timing> timings = new ArrayList<>();
        Files.walkFileTree(
                project,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path directory, BasicFileAttributes a) {
                        return NOT_OURS.contains(directory.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (isReport(file)
                                && !attributes.lastModifiedTime().toInstant().isBefore(from)) {
                            read(file).ifPresent(timings::add);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return timings;
    }

    static String report(List<Timing> timings, int count) {
        StringBuilder text = new StringBuilder();
        int tests = timings.stream().mapToInt(Timing::tests).sum();
        double seconds = timings.stream().mapToDouble(Timing::seconds).sum();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%n%d tests in %d classes took %.0f s. The slowest classes:%n",
                        tests,
                        timings.size(),
                        seconds));
        timings.stream()
                .sorted(Comparator.comparingDouble(Timing::seconds).reversed())
                .limit(count)
                .forEach(
                        it ->
                                text.append(
                                        String.format(
                                                Locale.ROOT,
                                                "  %7.1f s  %s%n",
                                                it.seconds(),
                                                it.name())));
        return text.toString();
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return REPORTS.contains(file.getParent().getFileName().toString())
                && name.startsWith("TEST-")
                && name.endsWith(".xml");
    }

    /** The root element tells all; a report that a killed test left half written is left out. */
    private static Optional<Timing> read(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            xml.nextTag();
            return Optional.of(
                    new Timing(
                            xml.getAttributeValue(null, "name"),
                            Double.parseDouble(xml.getAttributeValue(null, "time")),
                            Integer.parseInt(xml.getAttributeValue(null, "tests"))));
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }
}
