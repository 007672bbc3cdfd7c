package io.github.predella.schema;

/**
 * Where in the value a check is, as a chain to the top.
 *
 * @param above null at the top
 * @param step the name or the position that led here, null for a step to another schema on the same value
 * @param depth how many steps lie above
 */
record Place(Place above, String step, int depth) {

    static final Place TOP = new Place(null, null, 0);

    Place property(String name) {
        String shown = name.length() <= 60 ? name : name.substring(0, 60) + "...";
        return new Place(this, (path().isEmpty() ? "" : ".") + shown, depth + 1);
    }

    Place item(int index) {
        return new Place(this, "[" + index + "]", depth + 1);
    }

    Place same() {
        return new Place(this, null, depth + 1);
    }

    /** The end of a sentence that says where; empty at the top. */
    String spoken() {
        String path = path();
        return path.isEmpty() ? "" : " (at " + path + ")";
    }

    private String path() {
        var path = new StringBuilder();
        for (Place place = this; place != null; place = place.above) {
            if (place.step != null) {
                path.insert(0, place.step);
            }
        }
        return path.toString();
    }
}
