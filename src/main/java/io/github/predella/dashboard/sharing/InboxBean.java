package io.github.predella.dashboard.sharing;

import io.github.predella.core.Fault;
import io.github.predella.core.Page;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Notices;
import io.github.predella.dashboard.Texts;
import io.github.predella.images.ImageCount;
import io.github.predella.images.Member;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The images that are offered to the project, by what it has said to them, and the answers. */
@Named("inbox")
@RequestScoped
public class InboxBean {

    private static final int PAGE_SIZE = 50;
    private static final int COUNTED = 100;
    private static final String ADDRESS = "/dashboard/inbox";
    private static final String ACCEPT = "accept";
    private static final String DECLINE = "decline";

    private Offers offers;
    private ActiveCaller active;
    private CurrentPage page;
    private FacesAnswer answer;
    private Notices notices;
    private Texts texts;
    private final Map<Member.Status, ImageCount> counts = new EnumMap<>(Member.Status.class);
    private Page<Offer> shown;
    private Optional<Offer> invited;

    /** For the container's proxy only. */
    protected InboxBean() {}

    @Inject
    public InboxBean(
            Offers offers, ActiveCaller active, CurrentPage page, FacesAnswer answer, Notices notices, Texts texts) {
        this.offers = offers;
        this.active = active;
        this.page = page;
        this.answer = answer;
        this.notices = notices;
        this.texts = texts;
    }

    /** The answers there are, those to come first. */
    public List<String> getTabs() {
        return Stream.of(Member.Status.values()).map(Member.Status::wireName).toList();
    }

    /** The wire name of the answer whose offers are shown. */
    public String getTab() {
        return status().wireName();
    }

    private Member.Status status() {
        String wanted = page.query("answer");
        return Stream.of(Member.Status.values())
                .filter(status -> status.wireName().equals(wanted))
                .findFirst()
                .orElse(Member.Status.PENDING);
    }

    /** The address of the offers with an answer. */
    public String address(String tab) {
        return tab.equals("pending") ? ADDRESS : ADDRESS + "?answer=" + tab;
    }

    /** How many offers have an answer, in words: many are not counted. */
    public String count(String tab) {
        var count = counts.computeIfAbsent(Member.Status.of(tab), status -> offers.count(status, COUNTED));
        return count.number() + (count.more() ? "+" : "");
    }

    /**
     * How many offers wait for an answer, for the menu of every page: empty for none, for somebody without a project, and
     * where the rules do not allow to know.
     */
    public String getWaiting() {
        if (!active.isKnown()) {
            return "";
        }
        try {
            String count = count("pending");
            return count.equals("0") ? "" : count;
        } catch (Fault notToBeKnown) {
            return "";
        }
    }

    /** The offers of this page. */
    public List<Offer> getRows() {
        return shown().items();
    }

    private Page<Offer> shown() {
        if (shown == null) {
            shown = active.getProjectId() == null
                    ? new Page<>(List.of(), false)
                    : offers.page(status(), PAGE_SIZE, page.query("after"));
        }
        return shown;
    }

    /** Whether there is something on this page to which the caller may answer. */
    public boolean isAnswerable() {
        return getRows().stream().anyMatch(offer -> offer.refusal().isEmpty());
    }

    /** The address of the next page; null when this one is the last. */
    public String getNext() {
        var rows = shown();
        return rows.full() && !rows.items().isEmpty()
                ? page.with(
                        "after",
                        rows.items().get(rows.items().size() - 1).image().id())
                : null;
    }

    /** Whether the address is that of an invitation to one image. */
    public boolean isInvitation() {
        return page.query("image") != null;
    }

    /** The offer that the invitation is about; null when it is not for this project. */
    public Offer getInvited() {
        if (invited == null) {
            invited =
                    isInvitation() && active.getProjectId() != null ? offers.of(page.query("image")) : Optional.empty();
        }
        return invited.orElse(null);
    }

    /** Answers as the pressed button says: to one offer, or to all that are chosen. */
    public void act() {
        String wanted = String.valueOf(page.query("do"));
        if (wanted.equals(ACCEPT) || wanted.equals(DECLINE)) {
            var chosen = answer.request().getParameterValues("chosen");
            if (chosen == null) {
                answer.complain(texts.get("sharing.none-chosen"));
            } else {
                answer(List.of(chosen), wanted.equals(ACCEPT));
            }
        } else if (wanted.startsWith(ACCEPT + ":")) {
            answer(List.of(wanted.substring(ACCEPT.length() + 1)), true);
        } else if (wanted.startsWith(DECLINE + ":")) {
            answer(List.of(wanted.substring(DECLINE.length() + 1)), false);
        }
    }

    private void answer(List<String> chosen, boolean accept) {
        var refused = new ArrayList<String>();
        for (String image : chosen) {
            try {
                offers.answer(image, accept ? Member.Status.ACCEPTED : Member.Status.REJECTED);
            } catch (Fault refusal) {
                if (chosen.size() == 1) {
                    throw refusal;
                }
                refused.add(refusal.getMessage());
            }
        }
        int done = chosen.size() - refused.size();
        if (refused.isEmpty()) {
            notices.done(accept ? "sharing.accepted" : "sharing.declined", String.valueOf(done));
        } else {
            notices.failed(
                    "sharing.some-refused", String.valueOf(done), String.valueOf(refused.size()), refused.get(0));
        }
        answer.redirect(address(getTab()));
    }
}
