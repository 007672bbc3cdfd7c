package io.github.predella.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Demands on what is inside an object or an array, and demands made of other schemas. */
final class InsideDemands {

    private InsideDemands() {}

    static Demand properties(Map<String, Demand> demands) {
        return object((object, place, findings) -> demands.forEach((name, demand) -> {
            JsonValue value = object.get(name);
            if (value != null) {
                demand.check(value, place.property(name), findings);
            }
        }));
    }

    static Demand nothingBeside(Set<String> names) {
        return object((object, place, findings) -> {
            for (String name : object.keySet()) {
                if (!names.contains(name)) {
                    String shown = Findings.shown(name);
                    findings.add(place, "Additional properties are not allowed (" + shown + " was unexpected)");
                }
            }
        });
    }

    static Demand everythingBeside(Set<String> names, Demand demand) {
        return object((object, place, findings) -> object.forEach((name, value) -> {
            if (!names.contains(name)) {
                demand.check(value, place.property(name), findings);
            }
        }));
    }

    static Demand required(List<String> names) {
        return object((object, place, findings) -> {
            for (String name : names) {
                if (!object.containsKey(name)) {
                    findings.add(place, Findings.shown(name) + " is a required property");
                }
            }
        });
    }

    static Demand dependency(String name, List<String> others) {
        return object((object, place, findings) -> {
            for (String other : others) {
                if (object.containsKey(name) && !object.containsKey(other)) {
                    findings.add(place, Findings.shown(other) + " is a dependency of " + Findings.shown(name));
                }
            }
        });
    }

    static Demand items(Demand demand) {
        return (value, place, findings) -> {
            if (value instanceof JsonArray array) {
                for (int i = 0; i < array.size() && !findings.areComplete(); i++) {
                    demand.check(array.get(i), place.item(i), findings);
                }
            }
        };
    }

    static Demand all(List<Demand> demands) {
        return (value, place, findings) -> demands.forEach(demand -> demand.check(value, place.same(), findings));
    }

    /** At least so many of the demands are met, and at most so many. */
    static Demand count(List<Demand> demands, int least, int most, String sentence) {
        return (value, place, findings) -> {
            long met = demands.stream()
                    .filter(demand -> {
                        var inner = new Findings(1);
                        demand.check(value, place.same(), inner);
                        return !inner.areComplete();
                    })
                    .count();
            if (met < least || met > most) {
                findings.add(place, Findings.shown(value) + sentence);
            }
        };
    }

    private interface OnObject {
        void check(JsonObject object, Place place, Findings findings);
    }

    private static Demand object(OnObject demand) {
        return (value, place, findings) -> {
            if (value instanceof JsonObject object && !findings.areComplete()) {
                demand.check(object, place, findings);
            }
        };
    }
}
