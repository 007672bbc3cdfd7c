package io.github.predella.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // schema | value that fits | value that does not | sentence
                "{'type':'string'} | 'a' | 5 | 5 is not of type 'string'",
                "{'type':['null','string']} | null | true | true is not of type 'null', 'string'",
                "{'type':'integer'} | 5 | 5.5 | 5.5 is not of type 'integer'",
                "{'type':'integer'} | 5 | true | true is not of type 'integer'",
                "{'type':'number'} | 5.5 | '5' | '5' is not of type 'number'",
                "{'type':'boolean'} | false | 0 | 0 is not of type 'boolean'",
                "{'type':'object'} | {} | [] | a list is not of type 'object'",
                "{'type':'array'} | [] | {} | an object is not of type 'array'",
                "{'enum':[null,'raw']} | 'raw' | 'vhd' | 'vhd' is not one of [null, 'raw']",
                "{'enum':[null,'raw']} | null | 1 | 1 is not one of [null, 'raw']",
                "{'maxLength':2} | 'é\uD83D\uDE00' | 'abc' | 'abc' is too long, at most 2",
                "{'minLength':1} | 'a' | '' | '' is too short, at least 1",
                "{'pattern':'^a+$'} | 'aa' | 'ab' | 'ab' does not match '^a+$'",
                "{'minimum':0} | 0 | -1 | -1 is less than the minimum of 0",
                "{'maximum':2147483647} | 2147483647 | 2147483648 "
                        + "| 2147483648 is greater than the maximum of 2147483647",
                "{'maximum':2147483647} | 1e-999999999 | 1e999999999 "
                        + "| 1E+999999999 is greater than the maximum of 2147483647",
                "{'minItems':1} | [1] | [] | a list is too short, at least 1",
                "{'maxItems':1} | [1] | [1,2] | a list is too long, at most 1",
                "{'uniqueItems':true} | [1,2] | ['a','a'] | a list has items that are not unique",
                "{'format':'uuid'} | '6f0d1a5c-0000-4000-8000-00000000000A' | '6f0d' | '6f0d' is not a 'uuid'",
                "{'format':'uri'} | 'http://h/' | '//h' | '//h' is not a 'uri'",
                "{'format':'date-time'} | '2026-07-01T10:00:00Z' | 'now' | 'now' is not a 'date-time'",
                "{'items':{'type':'string'}} | ['a'] | ['a',1] | 1 is not of type 'string' (at [1])",
                "{'properties':{'a':{'type':'string'}}} | {'b':1} | {'a':1} | 1 is not of type 'string' (at a)",
                "{'properties':{'a':{'items':{'required':['b']}}}} | {'a':[{'b':1}]} | {'a':[{}]} "
                        + "| 'b' is a required property (at a[0])",
                "{'properties':{'a':{}},'additionalProperties':false} | {'a':1} | {'b':1} "
                        + "| Additional properties are not allowed ('b' was unexpected)",
                "{'properties':{'a':{}},'additionalProperties':{'type':'string'}} | {'a':1,'b':'x'} | {'b':1} "
                        + "| 1 is not of type 'string' (at b)",
                "{'dependencies':{'a':['b']}} | {'b':1} | {'a':1} | 'b' is a dependency of 'a'",
                "{'allOf':[{'minimum':0},{'maximum':9}]} | 5 | 10 | 10 is greater than the maximum of 9",
                "{'anyOf':[{'type':'null'},{'minLength':3}]} | null | 'ab' "
                        + "| 'ab' is not valid under any of the schemas",
                "{'oneOf':[{'minimum':0},{'maximum':9}]} | 10 | 5 | 5 is not valid under exactly one of the schemas",
                "{'not':{'enum':['a']}} | 'b' | 'a' | 'a' is what it must not be",
                "{'definitions':{'d':{'type':'string'}},'items':{'$ref':'#/definitions/d'}} | ['a'] | [1] "
                        + "| 1 is not of type 'string' (at [0])",
            })
    void everyKeywordIsChecked(String schema, String fitting, String wrong, String sentence) {
        SchemaCheck check = check(schema);

        assertEquals(Optional.empty(), check.problem(json(fitting)));
        assertEquals(Optional.of(sentence), check.problem(json(wrong)));
    }

    @Test
    void keywordsThatOnlyDescribeDemandNothing() {
        SchemaCheck check = check(
                "{'readOnly':true,'is_base':false,'description':'x','default':5,'format':'colour','operators':[]}");

        Optional<String> problem = check.problem(json("'anything'"));

        assertEquals(Optional.empty(), problem);
    }

    @Test
    void problemsAreTenAtMost() {
        SchemaCheck check = check("{'items':{'type':'string'}}");

        List<String> problems = check.problems(json("[1,2,3,4,5,6,7,8,9,10,11,12]"));

        assertEquals(10, problems.size());
        assertEquals("10 is not of type 'string' (at [9])", problems.get(9));
    }

    @Test
    void longValuesAreShownShort() {
        SchemaCheck check = check("{'type':'integer'}");

        String problem = check.problem(Json.createValue("x".repeat(5000))).orElseThrow();

        assertEquals("'" + "x".repeat(100) + "...' is not of type 'integer'", problem);
    }

    @Test
    void aPatternThatRunsAwayDoesNotMatch() {
        SchemaCheck check = check("{'pattern':'^(a|aa)+\\\\1$'}");

        Optional<String> problem = check.problem(Json.createValue("a".repeat(300) + "!"));

        assertTrue(problem.orElseThrow().contains("does not match"));
    }

    @Test
    void valuesAndReferencesWithoutEndAreStopped() {
        SchemaCheck deep = check("{'definitions':{'d':{'items':{'$ref':'#/definitions/d'}}},'$ref':'#/definitions/d'}");
        SchemaCheck endless = check("{'definitions':{'d':{'$ref':'#/definitions/d'}},'$ref':'#/definitions/d'}");

        Optional<String> shallow = deep.problem(json("[[[[]]]]"));
        Optional<String> nested = deep.problem(json("[".repeat(60) + "]".repeat(60)));
        Optional<String> circle = endless.problem(json("5"));

        assertEquals(Optional.empty(), shallow);
        assertTrue(nested.orElseThrow().startsWith("The value is nested too deep"));
        assertTrue(circle.orElseThrow().startsWith("The value is nested too deep"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'text'}",
                "{'type':5}",
                "{'enum':'a'}",
                "{'pattern':'('}",
                "{'maxLength':'5'}",
                "{'properties':[]}",
                "{'items':true}",
                "{'patternProperties':{}}",
                "{'$ref':'#/definitions/nowhere'}",
                "{'$ref':'http://h.example/'}",
                "{'required':[1]}"
            })
    void schemasThatCannotBeCheckedAreRefused(String schema) {
        Schema wrong = Schema.of((JsonObject) json(schema));

        assertThrows(SchemaProblem.class, () -> SchemaCheck.of(wrong));
    }

    private static SchemaCheck check(String schema) {
        return SchemaCheck.of(Schema.of((JsonObject) json(schema)));
    }

    private static JsonValue json(String text) {
        try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readValue();
        }
    }
}
