package io.github.predella.metadefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.metadefs.ValueRule.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What schemas of properties say about values. */
class ValueRuleTest {

    private static ValueRule rule(String schema) {
        return ValueRule.of(CatalogueFixture.json(schema));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type': 'string', 'enum': ['a', 'b']} | a | true",
                "{'type': 'string', 'enum': ['a', 'b']} | c | false",
                "{'type': 'string', 'enum': ['a', 'b']} | '' | false",
                "{'type': 'integer', 'minimum': 1} | 4 | true",
                "{'type': 'integer', 'minimum': 1} | 0 | false",
                "{'type': 'integer', 'minimum': 1, 'maximum': 8} | 9 | false",
                "{'type': 'integer'} | 4.5 | false",
                "{'type': 'integer'} | -4 | true",
                "{'type': 'integer'} | many | false",
                "{'type': 'number', 'maximum': 1} | 0.5 | true",
                "{'type': 'number', 'maximum': 1} | 1.5 | false",
                "{'type': 'boolean'} | Yes | true",
                "{'type': 'boolean'} | perhaps | false",
                "{'type': 'string', 'enum': ['yes', 'no']} | true | true",
                "{'type': 'string', 'pattern': '^[0-9]+$'} | 12 | true",
                "{'type': 'string', 'pattern': '^[0-9]+$'} | x12 | false",
                "{'type': 'string', 'pattern': '[0-9]'} | x1y | true",
                "{'type': 'string', 'pattern': '([broken'} | x | true",
                "{'type': 'string', 'minLength': 2, 'maxLength': 3} | abcd | false",
                "{'type': 'string', 'minLength': 2, 'maxLength': 3} | 镜像 | true",
                "{'type': 'array', 'items': {'enum': ['a', 'b']}} | a, b | true",
                "{'type': 'array', 'items': {'enum': ['a', 'b']}} | a,c | false",
                "{'type': 'array', 'items': {'enum': ['a', 'b']}, 'maxItems': 1} | a,b | false",
                "{'type': 'array', 'operators': ['<or>'], 'items': {'enum': ['a', 'b']}} | <or> a <or> b | true",
                "{'type': 'string', 'operators': ['<or>'], 'enum': ['a', 'b']} | <or> a <or> c | false",
                "{} | anything | true"
            })
    void valuesAreToldFromWrongOnes(String schema, String value, boolean taken) {
        assertEquals(taken, rule(schema).takes(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type': 'string', 'enum': ['a', 'b'], 'default': 'b'} | b",
                "{'type': 'string', 'enum': ['a', 'b']} | a",
                "{'type': 'boolean', 'default': 'True'} | true",
                "{'type': 'boolean'} | true",
                "{'type': 'integer', 'minimum': 1} | 1",
                "{'type': 'integer'} | ''",
                "{'type': 'string'} | ''"
            })
    void thereIsAValueToBeginWith(String schema, String standard) {
        assertEquals(standard, rule(schema).standard());
    }

    @Test
    void patternThatWouldTakeLongIsLetPass() {
        var slow = rule("{'type': 'string', 'pattern': '^(a+)+\\\\1c$'}");

        boolean taken = assertTimeout(Duration.ofSeconds(2), () -> slow.takes("a".repeat(60) + "b"));

        assertTrue(taken);
    }

    @Test
    void schemaThatMakesNoSenseSaysNothing() {
        var rule =
                rule("{'type': 7, 'enum': 'a', 'minimum': 'x', 'maxLength': 1e999999, 'operators': {}, 'readonly': 1}");

        assertEquals(Kind.TEXT, rule.kind());
        assertEquals(List.of(), rule.choices());
        assertTrue(rule.takes("anything"));
        assertFalse(rule.readOnly());
    }
}
