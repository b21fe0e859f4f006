package io.itinera.collector.hooks.mapping;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import io.itinera.collector.hooks.domain.Mapped;
import io.itinera.collector.hooks.domain.Mapped.Failed;
import io.itinera.collector.hooks.domain.Place;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A JSONata expression that makes events of a body; compiled once, for any thread. */
@RegisterForReflection(targets = Functions.class)
public final class Mapping {
    /** By this the language would look the bounds up; no text may put others in their place. */
    private static final String HOOKS = "__evaluate";

    private final String text;
    private final @Nullable Jsonata expression;
    private final @Nullable Failed flaw;

    private Mapping(String text, @Nullable Jsonata expression, @Nullable Failed flaw) {
        this.text = text;
        this.expression = expression;
        this.flaw = flaw;
    }

    /** Compiles; what is wrong with the text is told by each evaluation. */
    static Mapping of(String text) {
        if (text.contains(HOOKS)) {
            return new Mapping(text, null, Failed.of("the mapping must not contain " + HOOKS));
        }
        try {
            return new Mapping(text, Jsonata.jsonata(text), null);
        } catch (JException syntax) {
            String why = String.valueOf(syntax.getMessage());
            Place place = Place.after(syntax.getLocation(), text);
            return new Mapping(
                    text, null, new Failed("the mapping is not JSONata" + place, why, place));
        } catch (RuntimeException | StackOverflowError unforeseen) {
            return new Mapping(text, null, Failed.of("the mapping is not JSONata"));
        }
    }

    /**
     * What it makes of a body.
     *
     * @param body JSON as Java's own maps, lists and values; may be changed
     * @param variables by name, without the dollar
     * @param patience how long it may take
     */
    public Mapped of(
            @Nullable Object body,
            Map<String, ?> variables,
            Duration patience,
            LongSupplier nanos) {
        if (expression == null) {
            return Objects.requireNonNull(flaw);
        }
        Jsonata.Frame frame = expression.createFrame();
        variables.forEach((name, value) -> frame.bind(name, (Object) value));
        OwnFunctions.on(frame);
        new Bounds(patience, nanos).on(frame);
        try {
            return mapped(expression.evaluate(body, frame));
        } catch (RuntimeException failed) {
            return failed(failed);
        } catch (StackOverflowError deep) {
            return Failed.of("the mapping goes too deep");
        } catch (VirtualMachineError ofTheMachine) {
            throw ofTheMachine;
        } catch (Error unforeseen) {
            return Failed.of("the mapping fails on this body");
        }
    }

    private static Mapped mapped(@Nullable Object result) {
        return switch (result) {
            case null -> new Mapped.Nothing();
            case List<?> none when none.isEmpty() -> new Mapped.Nothing();
            case List<?> many when many.stream().allMatch(Map.class::isInstance) ->
                    new Mapped.Events(many);
            case Map<?, ?> one -> new Mapped.Events(List.of(one));
            default -> Failed.of("the mapping must yield an event, a list of events, or nothing");
        };
    }

    /** Functions that call functions wrap what went wrong within. */
    private Failed failed(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof BeyondBounds bound) {
                return Failed.of(String.valueOf(bound.getMessage()));
            }
            if (each instanceof JException error) {
                Place place = Place.after(error.getLocation(), text);
                return new Failed(
                        "the mapping fails on this body" + place + code(error),
                        String.valueOf(error.getMessage()),
                        place);
            }
        }
        return new Failed(
                "the mapping fails on this body",
                "the mapping fails on this body: " + thrown.getMessage(),
                Place.UNKNOWN);
    }

    /** Only what is a code: the message may hold what the body says. */
    private static String code(JException error) {
        String code = error.getError();
        return code != null && code.matches("[A-Z]\\d{4}") ? " (" + code + ")" : "";
    }
}
