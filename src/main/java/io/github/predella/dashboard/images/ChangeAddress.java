package io.github.predella.dashboard.images;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** The address of the page that shows beforehand what a change will do to one or several images. */
final class ChangeAddress {

    private static final String PAGE = "/dashboard/images/change";

    private ChangeAddress() {}

    /**
     * @param what by its name in addresses
     * @param ids of the images
     * @param back where to go afterwards, an address of the dashboard
     */
    static String of(String what, Collection<String> ids, String back) {
        var address = new StringBuilder(PAGE).append("?do=").append(what);
        ids.forEach(id -> address.append("&id=").append(id));
        return address.append("&back=")
                .append(URLEncoder.encode(back, StandardCharsets.UTF_8))
                .toString();
    }
}
