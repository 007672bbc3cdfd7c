package io.github.predella.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTextTest {

    @Test
    void yamlAndJsonSayTheSame() {
        String yaml = """
                # rules
                "get_image": "role:reader"
                old: [["role:a", "role:b"], "@"]
                open: ""
                """;
        String json = """
                {
                \t"get_image": "role:reader",
                \t"old": [["role:a",\t"role:b"], "@"],
                \t"open": ""
                }
                """;

        List<Map<String, Object>> rules = List.of(PolicyText.parse(yaml), PolicyText.parse(json));

        Map<String, Object> expected =
                Map.of("get_image", "role:reader", "old", List.of(List.of("role:a", "role:b"), "@"), "open", "");
        assertEquals(List.of(expected, expected), rules);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "{}", "---\n"})
    void anEmptyFileSaysNothing(String text) {
        Map<String, Object> rules = PolicyText.parse(text);

        assertEquals(Map.of(), rules);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- a\n- b\n",
                "just text",
                "a: [",
                "a: \"x\"\na: \"y\"\n",
                "1: \"x\"\n",
                "a: @\n",
                "a: !!java.net.URL [\"http://x.example\"]\n",
                "a: \"x\"\n---\nb: \"y\"\n",
                "a: [[[[[[[[[[[[\"@\"]]]]]]]]]]]]\n"
            })
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> PolicyText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:\n", "a: ~\n", "a: true\n", "a: 5\n", "a: {b: c}\n", "a: !\n", "a: ! \n"})
    void aRuleThatIsNotATextIsRefusedRatherThanTakenForEmpty(String text) {
        assertThrows(IllegalArgumentException.class, () -> PolicyText.parse(text)
                .forEach((name, rule) -> RuleParser.parse(name, rule)));
    }
}
