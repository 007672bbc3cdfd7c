package io.github.predella.data;

import java.util.List;

/**
 * What of an image's data is wanted.
 *
 * @param range value of the Range header, null when there is none
 * @param contentRange value of the Content-Range header, an older way to ask; null when there is none
 * @param preferredStores ids of stores to read from rather than from others; usually empty
 * @param to network address of whoever wants it; null where nobody says
 */
public record DownloadRequest(String range, String contentRange, List<String> preferredStores, String to) {

    public DownloadRequest {
        preferredStores = List.copyOf(preferredStores);
    }

    /** The same, and it goes to that network address. */
    public DownloadRequest to(String address) {
        return new DownloadRequest(range, contentRange, preferredStores, address);
    }

    /** What the two headers ask for, from whichever store. */
    public static DownloadRequest of(String range, String contentRange) {
        return new DownloadRequest(range, contentRange, List.of(), null);
    }
}
