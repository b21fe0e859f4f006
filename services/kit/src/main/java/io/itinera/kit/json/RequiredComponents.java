package io.itinera.kit.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.OptBoolean;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.Constructor;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the promise of {@code @NullMarked} where JSON becomes one of our records: a component that
 * is not {@link Nullable} must be there and not null. Collections and maps may be absent, their
 * records make them empty; so may primitives, which have their zero, and what says {@code
 * isRequired = FALSE}, whose record has a default for it.
 */
final class RequiredComponents extends NopAnnotationIntrospector {
    private static final String OURS = "io.itinera.";

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return isRequired(member) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        return isRequired(annotated)
                ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                : JsonSetter.Value.empty();
    }

    private static boolean isRequired(Annotated annotated) {
        return annotated instanceof AnnotatedParameter parameter
                && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
                && constructor.getDeclaringClass().isRecord()
                && constructor.getDeclaringClass().getName().startsWith(OURS)
                && !hasDefault(parameter)
                && !mayBeAbsent(constructor, parameter.getIndex());
    }

    /** Its record's constructor knows what absent means. */
    private static boolean hasDefault(AnnotatedParameter parameter) {
        JsonProperty property = parameter.getAnnotation(JsonProperty.class);
        return property != null && property.isRequired() == OptBoolean.FALSE;
    }

    private static boolean mayBeAbsent(Constructor<?> constructor, int index) {
        Class<?> type = constructor.getParameterTypes()[index];
        return type.isPrimitive()
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || type == Optional.class
                || constructor.getAnnotatedParameterTypes()[index].isAnnotationPresent(
                        Nullable.class);
    }
}
