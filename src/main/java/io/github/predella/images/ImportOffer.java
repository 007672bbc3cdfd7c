package io.github.predella.images;

import java.util.List;

/** Tells how data can be imported into images: supplied by the room that imports. Cheap and safe for any thread. */
public interface ImportOffer {

    /** The names of the ways that are offered, in the order of the configuration; none when import is switched off. */
    List<String> methods();
}
