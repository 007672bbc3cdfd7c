package io.github.predella.dashboard;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The texts of all pages in both languages; read once. */
final class TextBundles {

    /** The files of texts; the keys in each begin with its name. */
    static final List<String> ROOMS = """
            frame
            states
            images
            create
            quota
            tasks
            admin
            sharing
            metadata
            metadefs
            """.lines().toList();

    private static final String FOLDER = "io.github.predella.dashboard.texts.";
    private static final Map<String, String> ENGLISH = all(Locale.ENGLISH);
    private static final Map<String, String> CHINESE = all(Locale.SIMPLIFIED_CHINESE);

    private TextBundles() {}

    /** The texts of a language by their keys. */
    static Map<String, String> of(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    private static Map<String, String> all(Locale locale) {
        var texts = new HashMap<String, String>();
        for (String room : ROOMS) {
            // English has no file of its own: it is what is there without a language.
            var place = locale.equals(Locale.ENGLISH) ? Locale.ROOT : locale;
            var bundle = ResourceBundle.getBundle(
                    FOLDER + room,
                    place,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        }
        return Map.copyOf(texts);
    }
}
