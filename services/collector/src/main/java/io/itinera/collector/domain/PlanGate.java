package io.itinera.collector.domain;

import io.itinera.contracts.settings.PlanMode;
import java.util.List;

/** Holds accepted events against the tracking plan, where their source asks for it. */
public final class PlanGate {
    private PlanGate() {}

    /** The verdicts after the plan has spoken. */
    public static List<Verdict> judge(List<Verdict> verdicts, PlanMode mode, TrackingPlan plan) {
        return switch (mode) {
            case allow -> verdicts;
            case warn, quarantine ->
                    verdicts.stream().map(verdict -> judge(verdict, mode, plan)).toList();
        };
    }

    private static Verdict judge(Verdict verdict, PlanMode mode, TrackingPlan plan) {
        return switch (verdict) {
            case Verdict.Refused refused -> refused;
            case Verdict.Accepted accepted -> {
                List<Breach> breaches = plan.breaches(accepted.event());
                if (breaches.isEmpty()) {
                    yield accepted;
                }
                yield mode == PlanMode.warn
                        ? accepted.withBreaches(breaches)
                        : refused(accepted, breaches);
            }
        };
    }

    private static Verdict refused(Verdict.Accepted accepted, List<Breach> breaches) {
        NormalEvent event = accepted.event();
        return new Verdict.Refused(
                accepted.index(),
                accepted.headline(),
                accepted.whole(),
                new Flaw(Reason.PLAN_VIOLATION, detail(breaches)),
                event.retrial());
    }

    private static String detail(List<Breach> breaches) {
        Breach first = breaches.getFirst();
        String place = first.path().isEmpty() ? "the event" : first.path();
        int others = breaches.size() - 1;
        return place
                + " "
                + first.message()
                + (others == 0 ? "" : ", and " + others + " more places");
    }
}
