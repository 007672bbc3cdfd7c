package io.github.predella.images;

import io.github.predella.core.Page;
import io.github.predella.images.Image.Status;
import io.github.predella.testing.Images;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A ledger in which somebody else moves every image once, right before it is first written to. */
record RacingImages(ImageRepository rows, Status to, Set<String> moved) implements ImageRepository {

    RacingImages(ImageRepository rows, Status to) {
        this(rows, to, new HashSet<>());
    }

    private void race(String id, Status from) {
        if (moved.add(id)) {
            rows.move(id, from, to, Images.NOON);
        }
    }

    @Override
    public Optional<Image> find(String id) {
        return rows.find(id);
    }

    @Override
    public void hold(String id) {
        rows.hold(id);
    }

    @Override
    public boolean isTaken(String id) {
        return rows.isTaken(id);
    }

    @Override
    public boolean isMember(String id, String project) {
        return rows.isMember(id, project);
    }

    @Override
    public Page<Image> page(ImageQuery query, Viewer viewer) {
        return rows.page(query, viewer);
    }

    @Override
    public ImageCount count(ImageQuery query, Viewer viewer, int atMost) {
        return rows.count(query, viewer, atMost);
    }

    @Override
    public ImageFacets facets(ImageQuery query, Viewer viewer, Set<ImageFacets.Facet> wanted, int among) {
        return rows.facets(query, viewer, wanted, among);
    }

    @Override
    public void insert(Image image) {
        rows.insert(image);
    }

    @Override
    public boolean update(Image before, Image after) {
        race(before.id(), before.status());
        return rows.update(before, after);
    }

    @Override
    public boolean move(String id, Status from, Status target, Instant when) {
        race(id, from);
        return rows.move(id, from, target, when);
    }

    @Override
    public boolean markGone(String id, Status from, Status last, Instant when) {
        race(id, from);
        return rows.markGone(id, from, last, when);
    }
}
