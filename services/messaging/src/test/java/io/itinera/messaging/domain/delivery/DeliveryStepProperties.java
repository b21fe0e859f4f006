package io.itinera.messaging.domain.delivery;

import static io.itinera.messaging.domain.delivery.Examples.NOW;

import io.itinera.contracts.activity.Consent;
import io.itinera.contracts.outcomes.OutcomeName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;

class DeliveryStepProperties {
    private static final Set<OutcomeName> ENDS =
            EnumSet.of(
                    OutcomeName.MESSAGE_SENT,
                    OutcomeName.MESSAGE_SUPPRESSED,
                    OutcomeName.MESSAGE_CALLED_BACK,
                    OutcomeName.MESSAGE_FAILED);

    @Property(tries = 500)
    void deliveryEndsAtMostOnceWhateverHappens(@ForAll("histories") List<Input> inputs) {
        Assertions.assertTrue(run(inputs).ends() <= 1);
    }

    @Property(tries = 500)
    void nothingIsToldTwice(@ForAll("histories") List<Input> inputs) {
        List<String> told = run(inputs).ids();
        Assertions.assertEquals(new HashSet<>(told).size(), told.size());
    }

    @Property(tries = 500)
    void everyHandOverIsCounted(@ForAll("histories") List<Input> inputs) {
        Run run = run(inputs);
        Assertions.assertEquals(run.handedOver(), run.delivery().progress().attempts());
    }

    @Property(tries = 500)
    void nothingLeavesAfterItWasCalledBackWhileItWaited(@ForAll("histories") List<Input> inputs) {
        Delivery back =
                Examples.step()
                        .step(
                                Examples.waiting(),
                                new Input.WantedBack(Examples.callBack(), null),
                                NOW)
                        .delivery();
        Assertions.assertEquals(0, run(back, inputs).handedOver());
    }

    @Property(tries = 500)
    void openDeliveriesAreAlwaysDueSomeTime(@ForAll("histories") List<Input> inputs) {
        Progress progress = run(inputs).delivery().progress();
        Assertions.assertEquals(progress.state().open(), progress.dueAt() != null);
    }

    @Provide
    Arbitrary<List<Input>> histories() {
        Circumstances open = Examples.open();
        Circumstances optedOut =
                new Circumstances(
                        open.workspace(),
                        new Consent(false, NOW),
                        null,
                        open.template(),
                        open.catalogue());
        return Arbitraries.<Input>of(
                        new Input.Requested(Examples.wanted(), null),
                        new Input.WantedBack(Examples.callBack(), null),
                        new Input.Due(open),
                        new Input.Due(open),
                        new Input.Due(optedOut),
                        new Input.Accepted(),
                        new Input.Unavailable("connection_lost"),
                        new Input.Unheard("answer_unknown"),
                        new Input.Unsaved("answer_unsaved"),
                        new Input.Stumbled("stumbled:DataException"),
                        new Input.Refused(new ProviderReply(550, "550 5.1.1 unknown")),
                        new Input.Clicked("https://shop.example/"))
                .list()
                .ofMaxSize(12);
    }

    private record Run(Delivery delivery, int ends, int handedOver, List<String> ids) {}

    private static Run run(List<Input> inputs) {
        return run(Examples.waiting(), inputs);
    }

    private static Run run(Delivery start, List<Input> inputs) {
        Delivery delivery = start;
        Instant now = NOW;
        int ends = 0;
        int handedOver = 0;
        List<String> ids = new ArrayList<>();
        for (Input input : inputs) {
            now = now.plusSeconds(1);
            Decision decision = Examples.step().step(delivery, input, now);
            delivery = decision.delivery();
            for (Effect effect : decision.effects()) {
                switch (effect) {
                    case Effect.Tell tell -> {
                        ids.add("outcome " + tell.outcome().id());
                        ends += ENDS.contains(tell.outcome().name()) ? 1 : 0;
                    }
                    case Effect.Note note -> ids.add("transition " + note.transition().id());
                    case Effect.HandOver _ -> handedOver++;
                    case Effect.Suppress _ -> {}
                }
            }
        }
        return new Run(delivery, ends, handedOver, ids);
    }
}
