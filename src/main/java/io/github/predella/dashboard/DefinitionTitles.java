package io.github.predella.dashboard;

import io.github.predella.metadefs.Namespace;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;

/**
 * The titles of namespaces. Those that come with the service have one in each language, which counts as long as nobody
 * has given the namespace another title.
 */
@Named("definitionTitles")
@RequestScoped
public class DefinitionTitles {

    private static final String SHIPPED = "metadefs.shipped.";

    private Texts texts;

    /** For the container's proxy only. */
    protected DefinitionTitles() {}

    @Inject
    public DefinitionTitles(Texts texts) {
        this.texts = texts;
    }

    /** The title of a namespace; its name where it has none. */
    public String of(Namespace namespace) {
        return of(namespace.name(), namespace.displayName());
    }

    /** The title in the language of the person; the name where there is none. */
    public String of(String name, String title) {
        if (title == null || title.isBlank()) {
            return name;
        }
        String key = SHIPPED + name;
        return title.equals(TextBundles.of(Locale.ENGLISH).get(key)) ? texts.get(key) : title;
    }
}
