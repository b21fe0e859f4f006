package io.itinera.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;

/** Several callers who begin at the same moment. */
final class Together {
    private Together() {}

    /** What each of them is answered. */
    static List<Integer> call(List<IntSupplier> calls) throws Exception {
        CyclicBarrier ready = new CyclicBarrier(calls.size());
        List<Callable<Integer>> callers = new ArrayList<>();
        for (IntSupplier call : calls) {
            callers.add(
                    () -> {
                        ready.await();
                        return call.getAsInt();
                    });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> done : threads.invokeAll(callers)) {
                answers.add(done.get());
            }
            return answers;
        }
    }
}
