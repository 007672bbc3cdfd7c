package io.github.predella.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/**
 * The texts of the pages in the language of the person: {@code #{t['images.title']}} or, with arguments, {@code
 * #{t.of('images.count', n)}}. What is missing shows as its key in ⟦brackets⟧, which no test lets pass.
 */
@Named("t")
@RequestScoped
public class Texts extends AbstractMap<String, String> {

    private Preferences preferences;

    /** For the container's proxy only. */
    protected Texts() {}

    @Inject
    public Texts(Preferences preferences) {
        this.preferences = preferences;
    }

    /** The text of a key. */
    @Override
    public String get(Object key) {
        String text = texts().get(String.valueOf(key));
        return text == null ? "⟦" + key + "⟧" : text;
    }

    /** Whether there is a text for a key. */
    @Override
    public boolean containsKey(Object key) {
        return texts().containsKey(String.valueOf(key));
    }

    /** The text of a key with its places filled, in the form of {@link MessageFormat}. */
    public String of(String key, Object... arguments) {
        return new MessageFormat(get(key), preferences.getLocale()).format(arguments);
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return texts().entrySet();
    }

    private Map<String, String> texts() {
        return TextBundles.of(preferences.getLocale());
    }
}
