package io.github.predella.dashboard.images;

import io.github.predella.core.Fault;
import io.github.predella.core.Page;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Texts;
import io.github.predella.images.Image;
import io.github.predella.images.ImageCount;
import io.github.predella.images.ImageFacets;
import io.github.predella.images.ImageFacets.Facet;
import io.github.predella.images.ImageProposals;
import io.github.predella.images.ImageService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of images, and that of the images of all projects. */
@Named("imageList")
@RequestScoped
public class ImagesBean {

    /** At how many images counting stops: beyond that, nobody goes through them one by one. */
    private static final int COUNTED = 1000;

    private CurrentPage page;
    private ActiveCaller active;
    private ImageService images;
    private ImageRows rowsOf;
    private ImageProposals proposals;
    private Columns columns;
    private FacesAnswer answer;
    private Texts texts;
    private ListAddress address;
    private Page<Image> found;
    private List<ImageRow> rows;
    private ImageCount count;
    private List<Link> tabs;
    private List<Menu> menus;

    /** For the container's proxy only. */
    protected ImagesBean() {}

    @Inject
    public ImagesBean(
            CurrentPage page,
            ActiveCaller active,
            ImageService images,
            ImageRows rowsOf,
            ImageProposals proposals,
            Columns columns,
            FacesAnswer answer,
            Texts texts) {
        this.page = page;
        this.active = active;
        this.images = images;
        this.rowsOf = rowsOf;
        this.proposals = proposals;
        this.columns = columns;
        this.answer = answer;
        this.texts = texts;
    }

    /** Why the person may not make images here; empty when no rule keeps them from it. */
    public String getWhyNoNew() {
        var draft = proposals.draft(JsonValue.EMPTY_JSON_OBJECT);
        return proposals
                .ruleAgainst(active.caller(), draft)
                .map(rule -> texts.of("states.not.rule", rule))
                .orElse("");
    }

    /** Finds the images of the page. A page whose neighbour is gone begins anew. */
    public void load() {
        address = ListAddress.of(page);
        columns.note();
        try {
            found = images.list(active.caller(), address.query());
        } catch (Fault fault) {
            if (!address.isElsewhere() || fault.kind() == Fault.Kind.FORBIDDEN) {
                throw fault;
            }
            answer.redirect(address.first().text());
        }
    }

    /** A link with a number behind it. */
    public record Link(String label, String to, String number, boolean current) {}

    /** Something by which the list can be narrowed; {@code chosen} is null when it is not. */
    public record Menu(String label, String chosen, String without, List<Link> values) {}

    /** The parts of the list with how many images they have. */
    public List<Link> getTabs() {
        if (tabs == null) {
            var shown = new ArrayList<>(ListTab.shown(address.isEverywhere()));
            if (!shown.contains(address.tab())) {
                shown.add(address.tab());
            }
            tabs = shown.stream().map(this::tab).toList();
        }
        return tabs;
    }

    private Link tab(ListTab tab) {
        boolean current = tab == address.tab();
        var counted = current
                ? getCount()
                : images.count(active.caller(), address.cleared().on(tab).query(), COUNTED);
        return new Link(
                texts.get("images.list." + tab.key()), address.cleared().on(tab).text(), number(counted), current);
    }

    private String number(ImageCount counted) {
        return texts.of(counted.more() ? "images.number-more" : "images.number", counted.number());
    }

    /** How many images the list has, as it is narrowed. */
    public ImageCount getCount() {
        if (count == null) {
            count = images.count(active.caller(), address.query(), COUNTED);
        }
        return count;
    }

    /** What the list can be narrowed by. */
    public List<Menu> getMenus() {
        if (menus == null) {
            var filters = Stream.of(ListFilter.values())
                    .filter(filter ->
                            filter != ListFilter.VISIBILITY || address.tab().isMixed())
                    .toList();
            Set<Facet> wanted = filters.stream().map(ListFilter::facet).collect(Collectors.toSet());
            var facets = images.facets(active.caller(), address.query(), wanted);
            menus = filters.stream().map(filter -> menu(filter, facets)).toList();
        }
        return menus;
    }

    private Menu menu(ListFilter filter, ImageFacets facets) {
        String chosen = address.value(filter.key()).orElse(null);
        var values = facets.of(filter.facet()).stream()
                .map(value -> new Link(
                        said(filter, value.text()),
                        address.with(filter.key(), value.text()).text(),
                        texts.of("images.number", value.images()),
                        value.text().equals(chosen)))
                .toList();
        return new Menu(
                texts.get("images.filter." + filter.key()),
                chosen == null ? null : said(filter, chosen),
                address.with(filter.key(), null).text(),
                values);
    }

    private String said(ListFilter filter, String value) {
        String key =
                switch (filter) {
                    case STATUS -> "states." + value;
                    case VISIBILITY -> "states.visibility." + value;
                    default -> "";
                };
        return texts.containsKey(key) ? texts.get(key) : value;
    }

    /** What is searched for; null when nothing is. */
    public String getSearch() {
        return address.value(ListAddress.SEARCH).orElse(null);
    }

    /** The list without the search. */
    public String getWithoutSearch() {
        return address.with(ListAddress.SEARCH, null).text();
    }

    /** The list without anything that narrows it. */
    public String getCleared() {
        return address.cleared().text();
    }

    public boolean isNarrowed() {
        return address.isNarrowed();
    }

    public boolean isEverywhere() {
        return address.isEverywhere();
    }

    /** The name of the part that is shown. */
    public String getTab() {
        return address.tab().key();
    }

    /** The images of the page. */
    public List<ImageRow> getRows() {
        if (rows == null) {
            rows = rowsOf.of(found.items(), address.text());
        }
        return rows;
    }

    /** Where this page is, for changes that lead back to it. */
    public String getAddress() {
        return address.text();
    }

    /** The list sorted by an attribute, or the other way round when it is already. */
    public String sorted(String field) {
        return address.sortedBy(field).text();
    }

    /** How the list is sorted by an attribute, in the word for assistive technology; null when it is not. */
    public String direction(String field) {
        return address.direction(field);
    }

    /** Which images of how many are shown. */
    public String getRange() {
        int from = from();
        int to = from + found.items().size() - 1;
        return texts.of(
                getCount().more() ? "images.range-more" : "images.range",
                from,
                to,
                Math.max(getCount().number(), to));
    }

    private int from() {
        return address.isElsewhere() ? address.at() : 1;
    }

    /** The page before this one; null when this is the first. */
    public String getPrevious() {
        if (!address.isElsewhere() || found.items().isEmpty() || from() == 1) {
            return null;
        }
        int at = from() - address.rows();
        return at <= 1
                ? address.first().text()
                : address.before(found.items().get(0).id(), at).text();
    }

    /** The page behind this one; null when this is the last. */
    public String getNext() {
        int last = from() + found.items().size() - 1;
        boolean more = (getCount().more() || address.isElsewhere())
                ? found.full()
                : last < getCount().number();
        boolean known = !getCount().more() && last >= getCount().number();
        return found.items().isEmpty() || !more || known
                ? null
                : address.after(found.items().get(found.items().size() - 1).id(), last + 1)
                        .text();
    }

    /** How many images a page may show. */
    public List<Link> getSizes() {
        return ListAddress.SIZES.stream()
                .map(size -> new Link(
                        texts.of("images.rows", size),
                        address.with(ListAddress.ROWS, size.equals(ListAddress.SIZES.get(0)) ? null : size.toString())
                                .text(),
                        "",
                        size == address.rows()))
                .toList();
    }

    /** How the images are shown: {@code table}, {@code cards}, or {@code fitting} when the screen decides. */
    public String getView() {
        return address.value(ListAddress.VIEW)
                .filter(view -> view.equals("table") || view.equals("cards"))
                .orElse("fitting");
    }

    /** The same page in another view. */
    public String viewedAs(String view) {
        return page.with(ListAddress.VIEW, view);
    }

    /** The whole list as a file, {@code csv} or {@code json}. */
    public String exported(String form) {
        var whole = address.first().with(ListAddress.ROWS, null).with(ListAddress.VIEW, null);
        String text = whole.text(isEverywhere() ? ExportServlet.EVERYWHERE : ExportServlet.PATH);
        return text + (text.contains("?") ? "&" : "?") + "form=" + form;
    }
}
