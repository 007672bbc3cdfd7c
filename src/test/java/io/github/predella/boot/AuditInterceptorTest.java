package io.github.predella.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.predella.observe.Audited;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every marked method has a name in the audit, and every name a method. */
class AuditInterceptorTest {

    @Test
    void markedMethodsAndNamesBelongTogether() {
        var marked = new TreeSet<String>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPath("target/classes").stream()
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .forEach(service -> service.getAllMethods().stream()
                                .filter(method -> method.isAnnotatedWith(Audited.class))
                                .filter(method -> !method.getModifiers().contains(JavaModifier.BRIDGE))
                                .forEach(method ->
                                        marked.add(AuditInterceptor.nameOf(service.reflect(), method.reflect()))));

        assertEquals(new TreeSet<>(AuditInterceptor.ACTIONS.keySet()), marked);
    }
}
