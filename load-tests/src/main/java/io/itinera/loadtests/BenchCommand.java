package io.itinera.loadtests;

import io.itinera.loadtests.bench.Bench;
import io.itinera.loadtests.bench.BenchResult;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs benchmarks. */
@Command(name = "bench", description = "Run benchmarks.")
final class BenchCommand implements Callable<Integer> {
    @Spec private CommandSpec command;
    @Mixin private Options options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (Bench bench : options.chosen(Bench.ALL, Bench::name, command)) {
            if (options.list()) {
                IO.println("%-22s %s".formatted(bench.name(), bench.description()));
            } else {
                Bench over = options.customers().map(it -> Bench.over(bench, it)).orElse(bench);
                Bench wanted = options.events().map(it -> Bench.with(over, it)).orElse(over);
                for (BenchResult result : wanted.run(options.target(command), options.runs())) {
                    options.print(result, result.words());
                }
            }
        }
        return 0;
    }
}
