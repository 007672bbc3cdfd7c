package io.github.predella.dashboard.images;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** The address of the page that shows beforehand what a change will do to one or several images. */
final class ChangeAddress {

    static final String PAGE = "/dashboard/images/change";
    static final String CHANGE = "do";
    static final String ID = "id";
    static final String BACK = "back";

    private ChangeAddress() {}

    /**
     * @param ids of the images
     * @param back where to go afterwards, an address of the dashboard
     */
    static String of(Change change, Collection<String> ids, String back) {
        var address = new StringBuilder(PAGE).append("?" + CHANGE + "=").append(change.key());
        ids.forEach(id -> address.append("&" + ID + "=").append(encoded(id)));
        return address.append("&" + BACK + "=").append(encoded(back)).toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where an address says to go back to, if that is about images here; the list otherwise. */
    static String back(String said) {
        boolean ours = said != null
                && said.matches("/dashboard/(admin/)?images([/?][\\x21-\\x7e]*)?")
                && !said.contains("//")
                && !said.contains("\\");
        return ours ? said : ListAddress.HOME;
    }
}
