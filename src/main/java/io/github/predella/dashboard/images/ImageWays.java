package io.github.predella.dashboard.images;

import io.github.predella.dashboard.RefusalTexts;
import io.github.predella.dashboard.Texts;
import io.github.predella.images.Image;
import io.github.predella.images.ImageAction;
import io.github.predella.images.ImageRights;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** What can be done with one image: the menu of a row, and that of its own pages. */
@RequestScoped
public class ImageWays {

    private Texts texts;
    private RefusalTexts refusals;

    /** For the container's proxy only. */
    protected ImageWays() {}

    @Inject
    public ImageWays(Texts texts, RefusalTexts refusals) {
        this.texts = texts;
        this.refusals = refusals;
    }

    /** The address of an image's page; {@code sub} is empty, or begins with a slash. */
    static String address(String id, String sub) {
        return "/dashboard/images/" + id + sub;
    }

    /** The whole menu of a row in a list; {@code back} is where changes lead back to. */
    List<Way> ofRow(Image image, ImageRights rights, String back) {
        var ways = new ArrayList<Way>();
        ways.add(Way.to(texts.get("images.details"), address(image.id(), ""), ""));
        ways.add(leading("images.edit", image, "/edit", rights, ImageAction.EDIT));
        ways.add(leading("images.metadata", image, "/metadata", rights, ImageAction.EDIT));
        ways.add(leading("images.share", image, "/sharing", rights, ImageAction.SHARE));
        ways.addAll(more(image, rights, back));
        return ways;
    }

    /** What pages of the image do not offer elsewhere. */
    List<Way> more(Image image, ImageRights rights, String back) {
        var ways = new ArrayList<Way>();
        ways.add(leading("images.download", image, "/file", rights, ImageAction.DOWNLOAD));
        if (RefusalTexts.isOffered(rights, ImageAction.COPY_TO_STORE)) {
            ways.add(leading("images.copy-to-store", image, "/locations", rights, ImageAction.COPY_TO_STORE));
        }
        boolean deactivated = image.status() == Image.Status.DEACTIVATED;
        ways.add(changing(deactivated ? Change.REACTIVATE : Change.DEACTIVATE, image, rights, back));
        ways.add(changing(image.details().hidden() ? Change.UNHIDE : Change.HIDE, image, rights, back));
        ways.add(changing(image.details().isProtected() ? Change.UNPROTECT : Change.PROTECT, image, rights, back));
        ways.add(Way.copying(texts.get("images.copy-cli"), "openstack image show " + image.id()));
        ways.add(changing(Change.DELETE, image, rights, back));
        return ways;
    }

    private Way leading(String label, Image image, String sub, ImageRights rights, ImageAction action) {
        return Way.to(texts.get(label), address(image.id(), sub), refusals.of(rights, action));
    }

    private Way changing(Change change, Image image, ImageRights rights, String back) {
        return Way.to(
                texts.get("images.do." + change.key()),
                ChangeAddress.of(change, List.of(image.id()), back),
                refusals.of(rights, change.action()));
    }
}
