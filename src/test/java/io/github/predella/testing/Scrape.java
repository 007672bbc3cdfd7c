package io.github.predella.testing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures as they were at one reading, from Prometheus' text form. */
public final class Scrape {

    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    private final Map<String, Map<Map<String, String>, Double>> samples = new LinkedHashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> helps = new TreeMap<>();

    private Scrape() {}

    /** Reads a text; a line that is none of the form fails. */
    public static Scrape of(String text) {
        var scrape = new Scrape();
        text.lines().forEach(scrape::read);
        return scrape;
    }

    private void read(String line) {
        String[] words = line.split(" ", 4);
        if (line.startsWith("# TYPE ")) {
            types.put(words[2], words[3]);
        } else if (line.startsWith("# HELP ")) {
            helps.put(words[2], words[3]);
        } else if (!line.startsWith("#")) {
            Matcher found = LINE.matcher(line);
            if (!found.matches()) {
                throw new IllegalArgumentException("not a figure: " + line);
            }
            var labels = new TreeMap<String, String>();
            Matcher label = LABEL.matcher(found.group(2) == null ? "" : found.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
            samples.computeIfAbsent(found.group(1), name -> new LinkedHashMap<>())
                    .put(labels, Double.valueOf(found.group(3)));
        }
    }

    /** The sum of all values of a name whose labels contain these. */
    public double sum(String name, Map<String, String> labels) {
        return samples.getOrDefault(name, Map.of()).entrySet().stream()
                .filter(sample -> sample.getKey().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** Every name that has a value, with the names of its labels. */
    public Map<String, Set<String>> labelsByName() {
        var all = new TreeMap<String, Set<String>>();
        samples.forEach((name, values) -> {
            var labels = new TreeSet<String>();
            values.keySet().forEach(sample -> labels.addAll(sample.keySet()));
            all.put(name, labels);
        });
        return all;
    }

    /** All values that a label has, whatever the name. */
    public Set<String> valuesOf(String label) {
        var values = new HashSet<String>();
        samples.values().forEach(sample -> sample.keySet().forEach(labels -> {
            if (labels.containsKey(label)) {
                values.add(labels.get(label));
            }
        }));
        return values;
    }

    /** Type by name of family. */
    public Map<String, String> types() {
        return types;
    }

    /** Explanation by name of family, in order. */
    public Map<String, String> helps() {
        return helps;
    }
}
