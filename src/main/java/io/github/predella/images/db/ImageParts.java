package io.github.predella.images.db;

import io.github.predella.db.SqlText;
import io.github.predella.images.ImageLocation;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What hangs on an image: its properties, tags and locations, read for a whole page of images by one statement. */
final class ImageParts {

    private static final ImageParts NONE = new ImageParts();

    final Map<String, String> properties = new LinkedHashMap<>();
    final Set<String> tags = new LinkedHashSet<>();
    private final TreeMap<Long, ImageLocation> locations = new TreeMap<>();

    private ImageParts() {}

    /** The readable and the pending copies, in the order in which they were added. */
    List<ImageLocation> locations() {
        return new ArrayList<>(locations.values());
    }

    /** The parts of each of the images. */
    static Map<String, ImageParts> read(EntityManager rows, LocationText texts, List<String> imageIds) {
        if (imageIds.isEmpty()) {
            return Map.of();
        }
        var parts = new HashMap<String, ImageParts>();
        @SuppressWarnings("unchecked")
        List<Object[]> found = statement(imageIds).query(rows).getResultList();
        for (Object[] row : found) {
            parts.computeIfAbsent((String) row[0], id -> new ImageParts()).take(row, texts);
        }
        return parts;
    }

    static ImageParts of(Map<String, ImageParts> parts, String imageId) {
        return parts.getOrDefault(imageId, NONE);
    }

    private static SqlText statement(List<String> imageIds) {
        return new SqlText()
                .add("SELECT image_id, 'P', id, name, value FROM image_properties WHERE deleted = FALSE AND image_id")
                .addIn(imageIds)
                .add(" UNION ALL SELECT image_id, 'T', id, value, '' FROM image_tags")
                .add(" WHERE deleted = FALSE AND image_id")
                .addIn(imageIds)
                .add(" UNION ALL SELECT image_id, status, id, value, meta_data FROM image_locations")
                .add(" WHERE deleted = FALSE AND image_id")
                .addIn(imageIds)
                .add(" ORDER BY 3");
    }

    private void take(Object[] row, LocationText texts) {
        var kind = (String) row[1];
        var first = (String) row[3];
        var second = (String) row[4];
        switch (kind) {
            case "P" -> properties.put(first, second == null ? "" : second);
            case "T" -> tags.add(first);
            default -> {
                long number = ((Number) row[2]).longValue();
                locations.put(number, new ImageLocation(number, texts.url(first), JsonText.toMap(second), kind));
            }
        }
    }
}
