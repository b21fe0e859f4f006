package io.itinera.kit.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Test;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Writes the parts of a condition whose only member is itself a choice. Jackson leaves the name out
 * when such a member turns out to be a bare text or number ({@code "JP"} for {@code {"equals":
 * "JP"}}), and leaves out the inner name when it is another choice; here both are always there.
 */
final class ConditionForm extends SimpleModule {
    ConditionForm() {
        super("condition-form");
        wrap(Condition.class, Condition.Not.class, Condition.Not::part);
        wrap(Test.class, Test.Equals.class, Test.Equals::to);
        wrap(Test.class, Test.Contains.class, Test.Contains::part);
        wrap(Test.class, Test.StartsWith.class, Test.StartsWith::prefix);
        wrap(Test.class, Test.LessThan.class, Test.LessThan::bound);
        wrap(Test.class, Test.AtMost.class, Test.AtMost::bound);
        wrap(Test.class, Test.AtLeast.class, Test.AtLeast::bound);
        wrap(Test.class, Test.MoreThan.class, Test.MoreThan::bound);
    }

    private <T> void wrap(Class<? super T> choice, Class<T> type, Function<T, Object> member) {
        addSerializer(type, new Wrapped<>(type, name(choice, type), member));
    }

    private static String name(Class<?> choice, Class<?> type) {
        return Arrays.stream(choice.getAnnotation(JsonSubTypes.class).value())
                .filter(one -> one.value() == type)
                .map(JsonSubTypes.Type::name)
                .findFirst()
                .orElseThrow();
    }

    private static final class Wrapped<T> extends StdSerializer<T> {
        private final String name;
        private final transient Function<T, Object> member;

        Wrapped(Class<T> type, String name, Function<T, Object> member) {
            super(type);
            this.name = name;
            this.member = member;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartObject();
            json.writeFieldName(name);
            provider.defaultSerializeValue(member.apply(value), json);
            json.writeEndObject();
        }

        @Override
        public void serializeWithType(
                T value, JsonGenerator json, SerializerProvider provider, TypeSerializer choice)
                throws IOException {
            serialize(value, json, provider);
        }
    }
}
