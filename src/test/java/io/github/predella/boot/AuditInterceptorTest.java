package io.github.predella.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.predella.observe.Audited;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every marked method has a name in the audit, and every name a method. */
class AuditInterceptorTest {

    @Test
    void markedMethodsAndNamesBelongTogether() {
        var marked = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPath("target/classes").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Audited.class))
                        .map(method -> AuditInterceptor.nameOf(method.reflect()))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(AuditInterceptor.ACTIONS.keySet()), marked);
    }
}
