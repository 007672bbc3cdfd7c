package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.images.ImagePatch.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Works out what an operation does to the places of an image's data (images-api, "Locations through PATCH"). Places are
 * counted as callers see them. Nothing is stored here, and no store is asked.
 */
@ApplicationScoped
public class LocationPatches {

    private ImageSettings settings;
    private ImageAccess access;
    private AdoptingStores adopting;
    private ReadableCopies copies;
    private ContentClaims claims;

    /** For the container's proxy only. */
    protected LocationPatches() {}

    @Inject
    public LocationPatches(
            ImageSettings settings,
            ImageAccess access,
            AdoptingStores adopting,
            ReadableCopies copies,
            ContentClaims claims) {
        this.settings = settings;
        this.access = access;
        this.adopting = adopting;
        this.copies = copies;
        this.claims = claims;
    }

    /**
     * The image after the operation, whose value has been held against the schema. A place that is to go stays in the
     * list, withdrawn.
     *
     * @param sizeAt bytes at an address that is added; null as long as no store has been asked
     * @throws Fault as images-api lists them
     */
    Image apply(Caller caller, Image image, Operation operation, Function<String, Long> sizeAt) {
        if (!settings.showMultipleLocations()) {
            throw ImageFaults.locationsInvisible(operation.verb());
        }
        return switch (operation.verb()) {
            case ADD -> add(caller, image, operation, sizeAt);
            case REPLACE -> replace(caller, image, operation, sizeAt);
            case REMOVE -> remove(caller, image, operation);
        };
    }

    private Image add(Caller caller, Image image, Operation operation, Function<String, Long> sizeAt) {
        requireSettable(caller, image);
        int position = position(operation).orElse(Integer.MAX_VALUE);
        return with(image, GivenLocation.of(operation.value()), position, sizeAt);
    }

    /** Replacing all places changes what is said about them; other places cannot come that way, nor can they go. */
    private Image replace(Caller caller, Image image, Operation operation, Function<String, Long> sizeAt) {
        requireSettable(caller, image);
        var given =
                ((JsonArray) operation.value()).stream().map(GivenLocation::of).toList();
        if (given.isEmpty()) {
            throw ImageFaults.placesReplacedByNone();
        }
        var known = copies.of(image);
        if (!known.isEmpty()) {
            return described(image, known, given);
        }
        var after = image;
        for (GivenLocation one : given) {
            after = with(after, one, Integer.MAX_VALUE, sizeAt);
        }
        return after;
    }

    private Image remove(Caller caller, Image image, Operation operation) {
        access.requireOwnership(caller, ImagePermission.DELETE_IMAGE_LOCATION, image);
        if (image.status() != Image.Status.ACTIVE) {
            throw ImageFaults.placesFixed(image);
        }
        var known = copies.of(image);
        if (known.size() <= 1) {
            throw ImageFaults.onlyPlace();
        }
        int position = position(operation).orElse(known.size() - 1);
        if (position >= known.size()) {
            throw ImageFaults.noSuchPlace();
        }
        var going = known.get(position);
        var left = new ArrayList<ImageLocation>();
        for (ImageLocation location : image.locations()) {
            if (!isSame(location, going)) {
                left.add(location);
            } else if (location.row() != null) {
                left.add(going.withdrawn());
            }
        }
        return image.with(left);
    }

    private void requireSettable(Caller caller, Image image) {
        access.require(caller, ImagePermission.SET_IMAGE_LOCATION, image);
        if (image.status() != Image.Status.ACTIVE && image.status() != Image.Status.QUEUED) {
            throw ImageFaults.placesFixed(image);
        }
    }

    /** The image with one more place; one that waits for data has it then. */
    private Image with(Image image, GivenLocation given, int position, Function<String, Long> sizeAt) {
        var place = adopting.place(given.url(), given.metadata());
        var known = copies.of(image);
        if (known.stream().anyMatch(other -> isLike(other, place))) {
            throw ImageFaults.duplicatePlace();
        }
        ImageRules.checkLocationCount(known.size() + 1, settings.locationQuota());
        var content = claims.sized(claims.claimed(image, given.claim()), sizeAt.apply(place.url()));
        var locations = new ArrayList<>(image.locations());
        int before = position < known.size() ? indexOf(known.get(position), locations) : locations.size();
        locations.add(before, place);
        var after = image.with(content).with(List.copyOf(locations));
        if (image.status() == Image.Status.ACTIVE) {
            return after;
        }
        if (!image.details().hasFormats()) {
            throw ImageFaults.formatsMissing(image.id());
        }
        return after.with(Image.Status.ACTIVE);
    }

    private Image described(Image image, List<ImageLocation> known, List<GivenLocation> given) {
        var left = new ArrayList<>(known);
        var locations = new ArrayList<>(image.locations());
        var content = image.content();
        for (GivenLocation one : given) {
            var same = left.stream()
                    .filter(place -> place.shownUrl().equals(one.url()))
                    .findFirst()
                    .orElseThrow(ImageFaults::otherPlaces);
            left.remove(same);
            content = claims.claimed(image.with(content), one.claim());
            var facts = new HashMap<>(one.metadata());
            // Which store holds the data is no matter of opinion.
            Optional.ofNullable(same.store())
                    .ifPresentOrElse(store -> facts.put("store", store), () -> facts.remove("store"));
            locations.set(indexOf(same, locations), same.with(facts));
        }
        if (!left.isEmpty()) {
            throw ImageFaults.otherPlaces();
        }
        return image.with(content).with(List.copyOf(locations));
    }

    private static int indexOf(ImageLocation place, List<ImageLocation> locations) {
        for (int i = 0; i < locations.size(); i++) {
            if (isSame(locations.get(i), place)) {
                return i;
            }
        }
        return locations.size();
    }

    /** Whether both are one entry, though something may have been added to one of them for readers. */
    private static boolean isSame(ImageLocation one, ImageLocation other) {
        return one.row() == null ? one.equals(other) : Objects.equals(one.row(), other.row());
    }

    private static boolean isLike(ImageLocation one, ImageLocation other) {
        return one.url().equals(other.url()) && one.metadata().equals(other.metadata());
    }

    /** The position that the end of the path names; empty for the end of the list. */
    private static OptionalInt position(Operation operation) {
        String segment = operation.path().get(operation.path().size() - 1);
        if (segment.equals("-")) {
            return OptionalInt.empty();
        }
        if (!segment.matches("[0-9]{1,9}")) {
            throw ImageFaults.noSuchPlace();
        }
        return OptionalInt.of(Integer.parseInt(segment));
    }
}
