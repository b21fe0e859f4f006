package io.itinera.stack.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.itinera.stack.demo.Demo;
import io.itinera.stack.demo.DemoFigures;
import io.itinera.stack.demo.DemoWorkspace;
import io.itinera.stack.process.Home;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ./itinera demo} */
@Command(
        name = "demo",
        description = "Start Itinera and a shop, let its customers in, and show what came of it.")
final class DemoCommand implements Callable<Integer> {

    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @ParentCommand private Itinera itinera;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = itinera.home();
        if (Instance.running(home).isPresent()) {
            throw new Refusal("Itinera runs already: ./itinera down stops it, then try again.");
        }
        Progress progress = Progress.onStandardError();
        try (Run run = Run.prepare(home, progress)) {
            Coordinates up = run.start();
            Shop shop = new Shop(run.settings());
            String products = shop.products();
            DemoWorkspace workspace = run.setup().furnish(run.setup().workspace(), products, WAIT);
            run.add(shop.part(workspace.writeKey(), WAIT));
            if (!itinera.json()) {
                System.out.println(Summary.of(up) + shop.summary());
            }
            progress.say(
                    "Customers are in the shop; what came of it follows in about two minutes.");
            DemoFigures figures = watch(new Demo(shop.ledger(), shop.inbox(), products, WAIT));
            tell(figures, up, shop);
            if (itinera.json()) {
                return figures.flawless() ? 0 : 1;
            }
            run.watch();
        }
        return 0;
    }

    private static DemoFigures watch(Demo demo) throws IOException, InterruptedException {
        while (!demo.cohortIsThrough()) {
            Thread.sleep(LOOK_EVERY);
        }
        return demo.settle();
    }

    private void tell(DemoFigures figures, Coordinates up, Shop shop) throws IOException {
        if (!itinera.json()) {
            System.out.println(Summary.of(figures));
            return;
        }
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode result = mapper.valueToTree(figures);
        result.putPOJO(
                "urls",
                Map.of(
                        "page", up.services().get("gateway"),
                        "collector", up.services().get("collector"),
                        "inbox", up.inbox().url(),
                        "shop", shop.url()));
        System.out.println(mapper.writeValueAsString(result));
    }
}
