package io.itinera.loadtests;

import io.itinera.loadtests.chaos.Chaos;
import io.itinera.loadtests.chaos.ChaosResult;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs fault scenarios; fails when a promise was broken. */
@Command(name = "chaos", description = "Run fault scenarios.")
final class ChaosCommand implements Callable<Integer> {
    @Spec private CommandSpec command;
    @Mixin private Options options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        int broken = 0;
        for (Chaos chaos : options.chosen(Chaos.ALL, Chaos::name, command)) {
            Chaos wanted = options.length().map(it -> Chaos.lasting(chaos, it)).orElse(chaos);
            if (options.list()) {
                IO.println("%-26s %s".formatted(chaos.name(), chaos.description()));
            } else {
                ChaosResult result =
                        wanted.run(options.target(command), options.runs(), options.seed());
                options.print(result, words(result));
                result.broken().forEach(each -> System.err.println("Broken: " + each));
                broken += result.kept() ? 0 : 1;
            }
        }
        return broken;
    }

    private static String words(ChaosResult result) {
        return "%s: %d runs, %d events, %d lost, %d repeated %s"
                .formatted(
                        result.scenario(),
                        result.runs(),
                        result.events(),
                        result.lost(),
                        result.repeated(),
                        result.figures());
    }
}
