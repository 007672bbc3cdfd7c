package io.github.predella.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What tells a browser to store an answer as a file (RFC 6266). */
public final class Attachment {

    private Attachment() {}

    /** The value of {@code Content-Disposition}: the name of the file plainly for old browsers, and in full for others. */
    public static String named(String file) {
        String plain = file.replaceAll("[^A-Za-z0-9._-]", "_");
        String full = URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + full;
    }
}
