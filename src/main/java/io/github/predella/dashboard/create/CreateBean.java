package io.github.predella.dashboard.create;

import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.images.Image;
import io.github.predella.images.ImageSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * The page that makes an image. The record is made first, so that its id is known: a file is then sent by the page's
 * script, and an address is fetched by the service; either is followed on the image's own page.
 */
@Named("create")
@RequestScoped
public class CreateBean {

    private static final List<Image.Visibility> FROM_FEW_TO_ALL = List.of(
            Image.Visibility.PRIVATE, Image.Visibility.SHARED, Image.Visibility.COMMUNITY, Image.Visibility.PUBLIC);

    private ActiveCaller active;
    private FacesAnswer answer;
    private SourceBean source;
    private StoreChoiceBean stores;
    private NewImageForm form;
    private NewImages images;
    private ImageSettings settings;

    /** For the container's proxy only. */
    protected CreateBean() {}

    @Inject
    public CreateBean(
            ActiveCaller active,
            FacesAnswer answer,
            SourceBean source,
            StoreChoiceBean stores,
            NewImageForm form,
            NewImages images,
            ImageSettings settings) {
        this.active = active;
        this.answer = answer;
        this.source = source;
        this.stores = stores;
        this.form = form;
        this.images = images;
        this.settings = settings;
    }

    /**
     * A visibility to choose.
     *
     * @param name as the API has it
     * @param rule the rule that forbids it, empty when none does
     * @param chosen whether it is chosen
     */
    public record Choice(String name, String rule, boolean chosen) {}

    public List<String> getDiskFormats() {
        return settings.diskFormats();
    }

    public List<String> getContainerFormats() {
        return settings.containerFormats();
    }

    /** Who may find the image, with the reason where that cannot be chosen. */
    public List<Choice> getVisibilities() {
        String chosen = form.text("visibility").isEmpty() ? "private" : form.text("visibility");
        return FROM_FEW_TO_ALL.stream()
                .map(Image.Visibility::wireName)
                .map(name -> new Choice(name, images.ruleAgainst(active.caller(), name), name.equals(chosen)))
                .toList();
    }

    /** The rule that keeps the person from making any image; empty when none does. */
    public String getRefusingRule() {
        return images.ruleAgainst(active.caller(), "private");
    }

    /** Makes the image and leads on to the page where its data comes in. */
    public void go() {
        String id = source.isAddress()
                ? images.forImport(active.caller(), form.image(), form.webImport(stores.isOpen()))
                : images.forFile(active.caller(), form.image(), form.getBytes());
        answer.redirect("/dashboard/images/" + id + "/progress");
    }
}
