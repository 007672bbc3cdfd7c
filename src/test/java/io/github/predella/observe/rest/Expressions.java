package io.github.predella.observe.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The expressions in what operators are given for Prometheus and Grafana, and the names in them. */
final class Expressions {

    private static final Path MONITORING = Path.of("docker/monitoring");

    private static final Pattern SELECTION =
            Pattern.compile("\\b((?:predella|jvm|process)_[a-z0-9_]+)(?:\\{([^}]*)})?");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\s*(?:=~|!~|!=|=)\\s*\"");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");

    /** What Prometheus itself puts on what it reads. */
    private static final Set<String> OF_PROMETHEUS = Set.of("instance", "job");

    private Expressions() {}

    @SuppressWarnings("unchecked") // the form is what is tested
    static List<Map<String, Object>> rules() throws IOException {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Map<String, Object> file = yaml.load(Files.readString(MONITORING.resolve("alerts.yml")));
        return ((List<Map<String, Object>>) file.get("groups"))
                .stream()
                        .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                        .toList();
    }

    static List<JsonObject> panels() throws IOException {
        String text = Files.readString(MONITORING.resolve("predella-dashboard.json"));
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject().getJsonArray("panels").getValuesAs(JsonObject.class);
        }
    }

    /** Those of the alerts, and those of the panels. */
    static List<String> all() throws IOException {
        var all = new ArrayList<String>();
        rules().forEach(rule -> all.add((String) rule.get("expr")));
        panels().forEach(panel -> panel.getJsonArray("targets")
                .getValuesAs(JsonObject.class)
                .forEach(target -> all.add(target.getString("expr"))));
        return all;
    }

    /**
     * The names of figures and labels in an expression that are not among these.
     *
     * @param known labels by name
     */
    static Set<String> unknown(String expression, Map<String, Set<String>> known) {
        var unknown = new TreeSet<String>();
        var labels = new TreeSet<>(OF_PROMETHEUS);
        var selections = SELECTION.matcher(expression);
        while (selections.find()) {
            String name = selections.group(1);
            if (!known.containsKey(name)) {
                unknown.add(name);
                continue;
            }
            labels.addAll(known.get(name));
            var matchers = LABEL.matcher(selections.group(2) == null ? "" : selections.group(2));
            while (matchers.find()) {
                if (!known.get(name).contains(matchers.group(1)) && !OF_PROMETHEUS.contains(matchers.group(1))) {
                    unknown.add(name + "{" + matchers.group(1) + "}");
                }
            }
        }
        var groupings = GROUPING.matcher(expression);
        while (groupings.find()) {
            for (String label : groupings.group(1).split(",\\s*", -1)) {
                if (!labels.contains(label)) {
                    unknown.add("by (" + label + ")");
                }
            }
        }
        return unknown;
    }
}
