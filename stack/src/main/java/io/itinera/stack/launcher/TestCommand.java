package io.itinera.stack.launcher;

import io.itinera.stack.process.Home;
import io.itinera.stack.testing.SharedTestStack;
import io.itinera.stack.testing.TestStack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./itinera test}: what CI runs. */
@Command(
        name = "test",
        description =
                "Build and test everything, on one set of servers that lives as long as the run.")
final class TestCommand implements Callable<Integer> {

    private static final int SLOWEST = 10;

    @Parameters(
            paramLabel = "MAVEN-ARGUMENT",
            arity = "0..*",
            description = "Passed on to Maven, after --, for example -- -pl contracts.")
    private List<String> mavenArguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path project = Home.findProject();
        Instant from = Instant.now();
        Path chromium = Chromium.findOrInstall();
        try (SharedTestStack stack = SharedTestStack.start(project)) {
            int result = maven(project, stack.addresses(), chromium);
            System.out.println(SlowestClasses.report(SlowestClasses.since(project, from), SLOWEST));
            return result;
        }
    }

    private int maven(Path project, Path addresses, Path chromium)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Optional.ofNullable(System.getenv("ITINERA_MAVEN")).orElse("mvn"));
        command.addAll(List.of("-B", "-ntp", "verify"));
        command.addAll(mavenArguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project.toFile()).inheritIO();
        Map<String, String> environment = builder.environment();
        environment.put(TestStack.VARIABLE, addresses.toString());
        environment.put("CHROMIUM_PATH", chromium.toString());
        Process maven = builder.start();
        Thread endMaven = new Thread(maven::destroy, "end Maven");
        Runtime.getRuntime().addShutdownHook(endMaven);
        int result = maven.waitFor();
        Runtime.getRuntime().removeShutdownHook(endMaven);
        return result;
    }
}
