package io.github.predella.data.rest;

import io.github.predella.data.Download;
import java.util.LinkedHashMap;
import java.util.Map;

/** Status and headers of a download, whichever way its bytes go. */
final class DownloadHeaders {

    private DownloadHeaders() {}

    static int status(Download download) {
        return download.range().isPresent() ? 206 : 200;
    }

    /** The checksum is that of the whole image, also for a part of it. */
    static Map<String, String> of(Download download) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/octet-stream");
        headers.put("Content-Length", String.valueOf(download.length()));
        download.range().ifPresent(range -> headers.put("Content-Range", range.contentRange(download.size())));
        String checksum = download.image().content().checksum();
        if (checksum != null) {
            headers.put("Content-MD5", checksum);
        }
        return headers;
    }
}
