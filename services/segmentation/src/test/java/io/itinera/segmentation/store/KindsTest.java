package io.itinera.segmentation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Kinds of keys that share a state store are told apart by their letters. */
final class KindsTest {
    private static final List<Class<?>> CUSTOMERS =
            List.of(
                    ResidentRows.class,
                    LedgerView.class,
                    UnionStore.class,
                    AccountView.class,
                    AccountStore.class,
                    ErasedStore.class,
                    AwayStore.class,
                    PeopleStore.class);
    private static final List<Class<?>> HOLDS =
            List.of(
                    HoldStore.class,
                    MoveStore.class,
                    PartingStore.class,
                    TellingStore.class,
                    ErasingStore.class,
                    ReturnStore.class);
    private static final List<Class<?>> DEVICES = List.of(DeviceView.class, DeviceStore.class);
    private static final List<Class<?>> DEFINITIONS =
            List.of(DefinitionView.class, ErasureView.class);
    private static final List<List<Class<?>>> STORES =
            List.of(
                    CUSTOMERS,
                    HOLDS,
                    DEVICES,
                    DEFINITIONS,
                    List.of(LookupView.class),
                    List.of(TimelineView.class),
                    List.of(LagStore.class));

    @Test
    void noTwoKindsOfOneStoreHaveTheSameLetter() {
        for (List<Class<?>> store : STORES) {
            Set<String> kinds =
                    store.stream().flatMap(KindsTest::kinds).collect(Collectors.toSet());
            assertEquals(
                    kinds.size(),
                    kinds.stream().map(kind -> kind.charAt(0)).distinct().count(),
                    () -> "of " + new TreeSet<>(kinds));
        }
    }

    @Test
    void everyKindIsOfAStore() {
        Set<String> listed =
                STORES.stream()
                        .flatMap(List::stream)
                        .map(Class::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> written =
                new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages(KindsTest.class.getPackageName())
                                .stream()
                                .filter(
                                        each ->
                                                each.getFields().stream()
                                                        .anyMatch(KindsTest::isKind))
                                .map(JavaClass::getName)
                                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(written, listed);
    }

    private static boolean isKind(JavaField field) {
        return field.getRawType().isEquivalentTo(char.class);
    }

    /** A letter and its name; what has both in common is one kind, written and read. */
    private static Stream<String> kinds(Class<?> of) {
        return Arrays.stream(of.getDeclaredFields())
                .filter(field -> field.getType() == char.class)
                .map(KindsTest::kind);
    }

    private static String kind(Field field) {
        try {
            field.setAccessible(true);
            return field.getChar(null) + " " + field.getName();
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
