package io.github.predella.imports;

import io.github.predella.config.Secret;
import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.fetch.FetchFault;
import io.github.predella.fetch.FetchRequest;
import io.github.predella.fetch.Fetched;
import io.github.predella.fetch.Fetcher;
import io.github.predella.flow.BoundedStream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The images of other regions. Where the services are tells the catalogue, whether they may be gone to decides the room
 * {@code fetch}. A token never goes to another server than the one that the catalogue names.
 */
@ApplicationScoped
public class RemoteImages {

    private static final String TOKEN = "X-Auth-Token";
    private static final int MOST_BYTES_OF_JSON = 1 << 20;
    private static final Duration LONGEST_SHOW = Duration.ofSeconds(60);

    private Fetcher fetcher;
    private ImageRegions regions;

    /** For the container's proxy only. */
    protected RemoteImages() {}

    @Inject
    public RemoteImages(Fetcher fetcher, ImageRegions regions) {
        this.fetcher = fetcher;
        this.regions = regions;
    }

    /** Throws {@link Fault} INVALID when the region is unknown or its service may not be gone to. */
    void check(RemotePlace place) {
        try {
            fetcher.check(address(place));
        } catch (FetchFault refusal) {
            throw Fault.invalid(refusal.getMessage());
        }
    }

    /**
     * What the service says about the image.
     *
     * @throws IOException when it does not answer, or not with an image
     */
    RemoteImage show(RemotePlace place, Secret token) throws IOException {
        var request = authorised(token).within(LONGEST_SHOW);
        try (var answer = fetcher.open(address(place), request).requireData();
                var text = new InputStreamReader(
                        new BoundedStream(answer.body(), MOST_BYTES_OF_JSON), StandardCharsets.UTF_8);
                var json = Jsons.reader(text)) {
            if (json.readValue() instanceof JsonObject shown) {
                return RemoteImage.of(shown);
            }
            throw ImportFaults.noRemoteImage();
        } catch (JsonException notJson) {
            throw ImportFaults.noRemoteImage();
        }
    }

    /** The data of the image; the caller closes it. */
    Fetched data(RemotePlace place, Secret token) throws IOException {
        return fetcher.open(address(place) + "/file", authorised(token)).requireData();
    }

    private static FetchRequest authorised(Secret token) {
        return FetchRequest.whole().header(TOKEN, token.value());
    }

    private String address(RemotePlace place) {
        return regions.address(place.region(), place.side())
                        .orElseThrow(() -> ImportFaults.unknownRegion(place.region()))
                + place.path();
    }
}
