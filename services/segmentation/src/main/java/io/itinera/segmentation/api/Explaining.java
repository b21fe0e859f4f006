package io.itinera.segmentation.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.conditions.Compiled;
import io.itinera.conditions.Conditions;
import io.itinera.kit.json.Json;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.streams.Ask;
import io.itinera.segmentation.Reading;
import io.itinera.segmentation.SegmentDesk;
import io.itinera.segmentation.domain.customer.Appraisal;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;

/** Explains conditions by the instance that owns the customer. */
@Singleton
final class Explaining {
    private final SegmentDesk desk;
    private final Reading reading;

    Explaining(SegmentDesk desk, Reading reading) {
        this.desk = desk;
        this.reading = reading;
    }

    /**
     * The explanation, in one language.
     *
     * @throws Problem when the condition makes no sense or nobody knows the customer
     */
    Uni<ExplainAnswer> explain(String workspace, ExplainRequest wanted, Locale locale, Ask ask) {
        Compiled condition = SegmentDesk.checked(wanted.condition());
        return desk.names(workspace, Conditions.segments(wanted.condition()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(names -> explain(workspace, wanted, condition, locale, names, ask));
    }

    private ExplainAnswer explain(
            String workspace,
            ExplainRequest wanted,
            Compiled condition,
            Locale locale,
            Map<String, String> names,
            Ask ask) {
        ExplainAnswer answer = asked(workspace, wanted, condition, locale, names, ask);
        for (int merges = 0; answer.movedTo() != null && !ask.passed(); merges++) {
            if (merges == CustomersResource.MAX_MERGES_IN_A_ROW) {
                throw Problem.notFound("customer", wanted.customer());
            }
            ExplainRequest there =
                    new ExplainRequest(answer.movedTo(), wanted.condition(), wanted.segment());
            answer = asked(workspace, there, condition, locale, names, ask);
        }
        return answer;
    }

    private ExplainAnswer asked(
            String workspace,
            ExplainRequest wanted,
            Compiled condition,
            Locale locale,
            Map<String, String> names,
            Ask ask) {
        return reading.ofCustomer(
                workspace,
                wanted.customer(),
                ExplainAnswer.class,
                ask.posting("/conditions/explain?locale=" + locale.toLanguageTag(), json(wanted)),
                () -> here(workspace, wanted, condition, locale, names));
    }

    private ExplainAnswer here(
            String workspace,
            ExplainRequest wanted,
            Compiled condition,
            Locale locale,
            Map<String, String> names) {
        Resident resident =
                reading.find(workspace, wanted.customer())
                        .orElseThrow(() -> Problem.notFound("customer", wanted.customer()));
        return switch (resident) {
            case Resident.Erased _ -> throw Problem.notFound("customer", wanted.customer());
            case Resident.Moved moved -> ExplainAnswer.moved(wanted.customer(), moved.into());
            case Customer customer -> {
                Appraisal appraisal = reading.appraise(customer);
                yield ExplainAnswer.of(
                        customer,
                        wanted.segment(),
                        appraisal.at(),
                        ExplainAnswer.Part.of(
                                appraisal.explain(condition),
                                locale,
                                names,
                                Sayings.of(customer, reading.accountsKnownTo(customer))));
            }
        };
    }

    private static String json(ExplainRequest wanted) {
        try {
            return Json.mapper().writeValueAsString(wanted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a question is always JSON", e);
        }
    }
}
