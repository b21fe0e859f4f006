package io.itinera.stack.launcher;

import io.itinera.stack.process.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code ./itinera chaos} */
@Command(name = "chaos", description = "Run fault scenarios; without a name, list them.")
final class ChaosCommand implements Callable<Integer> {

    @ParentCommand private Itinera itinera;

    @Mixin private LoadTestOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path project = Home.findProject();
        return options.names().isEmpty()
                ? LoadTests.list(project, "chaos")
                : LoadTests.onFresh(
                        project, "chaos", options.arguments(itinera.json()), Extent.WHOLE);
    }
}
