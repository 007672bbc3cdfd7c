package io.github.predella.dashboard.metadata;

import java.util.List;

/**
 * The properties of a namespace in the catalogue of the editor.
 *
 * @param name of the namespace
 * @param title its name for people
 * @param description what it is about, empty where nobody says
 * @param sections what is in it
 */
public record Group(String name, String title, String description, List<Section> sections) {

    /**
     * Properties that stand together.
     *
     * @param title of the object that they belong to, empty for the properties of the namespace itself
     */
    public record Section(String title, String description, List<Known> properties) {

        public Section {
            properties = List.copyOf(properties);
        }
    }

    public Group {
        sections = List.copyOf(sections);
    }
}
