package io.github.predella.observe.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The alerts and the panels are whole; whether their figures exist is seen at a running service, see MetricsIT. */
class ExpressionsTest {

    @Test
    void everyRuleSaysHowBadItIsAndWhatItMeans() throws IOException {
        for (var rule : Expressions.rules()) {
            assertTrue(rule.get("alert").toString().startsWith("Predella"), rule::toString);
            assertTrue(((Map<?, ?>) rule.get("labels")).containsKey("severity"), rule::toString);
            assertTrue(((Map<?, ?>) rule.get("annotations")).containsKey("summary"), rule::toString);
        }
    }

    @Test
    void parenthesesAndQuotesClose() throws IOException {
        for (String expression : Expressions.all()) {
            assertEquals(count(expression, '('), count(expression, ')'), expression);
            assertEquals(count(expression, '{'), count(expression, '}'), expression);
            assertEquals(0, count(expression, '"') % 2, expression);
        }
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(one -> one == wanted).count();
    }

    @Test
    void panelsAreTheirOwn() throws IOException {
        var panels = Expressions.panels();

        assertEquals(
                panels.size(),
                panels.stream()
                        .map(panel -> panel.getInt("id"))
                        .collect(Collectors.toSet())
                        .size());
        assertTrue(panels.size() > 20);
    }

    @Test
    void unknownNamesAreNoticed() {
        var known = Map.of("predella_a", Set.of("x"), "predella_b", Set.<String>of());

        assertEquals(Set.of(), Expressions.unknown("sum by (x, instance) (rate(predella_a{x=\"1\"}[5m]))", known));
        assertEquals(Set.of("predella_c"), Expressions.unknown("predella_c > predella_b", known));
        assertEquals(Set.of("predella_b{x}"), Expressions.unknown("predella_b{x=~\"1\"} + predella_a", known));
        assertEquals(Set.of("by (y)"), Expressions.unknown("sum by (y) (predella_a)", known));
    }
}
