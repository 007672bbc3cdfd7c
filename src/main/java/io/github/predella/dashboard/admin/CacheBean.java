package io.github.predella.dashboard.admin;

import io.github.predella.cache.CacheEntry;
import io.github.predella.cache.CacheFaults;
import io.github.predella.cache.CachePermission;
import io.github.predella.cache.CacheSettings;
import io.github.predella.cache.CacheUpkeep;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Notices;
import io.github.predella.dashboard.Texts;
import io.github.predella.images.Image;
import io.github.predella.policy.Enforcer;
import io.github.predella.policy.PolicyTarget;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of the cache of the node that answers. The rules of the cache's API are asked here, too. */
@Named("imageCache")
@RequestScoped
public class CacheBean {

    /** What a page can show; the rest can wait until these are gone. */
    private static final int ROWS = 200;

    private static final String REMOVE = "remove:";

    private CacheSettings settings;
    private CacheUpkeep upkeep;
    private Enforcer enforcer;
    private ActiveCaller active;
    private Notices notices;
    private FacesAnswer answer;
    private Texts texts;
    private NamedImages images;
    private List<CacheEntry> found;
    private List<String> queued;
    private Map<String, String> names;

    /** For the container's proxy only. */
    protected CacheBean() {}

    @Inject
    public CacheBean(
            CacheSettings settings,
            CacheUpkeep upkeep,
            Enforcer enforcer,
            ActiveCaller active,
            Notices notices,
            FacesAnswer answer,
            Texts texts,
            NamedImages images) {
        this.settings = settings;
        this.upkeep = upkeep;
        this.enforcer = enforcer;
        this.active = active;
        this.notices = notices;
        this.answer = answer;
        this.texts = texts;
        this.images = images;
    }

    /** Whether this node has a cache. */
    public boolean isOn() {
        return settings.isOn();
    }

    private List<CacheEntry> found() {
        if (found == null) {
            require(CachePermission.CACHE_LIST);
            found = isOn() ? upkeep.entries() : List.of();
        }
        return found;
    }

    /** The copies, those read last first; no more than a page can show. */
    public List<CacheEntry> getEntries() {
        return found().stream()
                .sorted(Comparator.comparing(CacheEntry::lastAccessed).reversed())
                .limit(ROWS)
                .toList();
    }

    /** How many copies there are. */
    public int getCount() {
        return found().size();
    }

    /** Bytes of all copies. */
    public long getSize() {
        return found().stream().mapToLong(CacheEntry::size).sum();
    }

    /** Bytes that there may be. */
    public long getLimit() {
        return settings.maxSize().bytes();
    }

    /** What waits to be fetched, oldest first; no more than a page can show. */
    public List<String> getQueued() {
        if (queued == null) {
            require(CachePermission.CACHE_LIST);
            queued = isOn() ? upkeep.queued().stream().limit(ROWS).toList() : List.of();
        }
        return queued;
    }

    /** What an image is called; its id when it has no name. */
    public String name(String imageId) {
        if (names == null) {
            var shown =
                    Stream.concat(getQueued().stream(), getEntries().stream().map(CacheEntry::imageId));
            names = images.names(shown.collect(Collectors.toSet()));
        }
        return names.getOrDefault(imageId, imageId);
    }

    /** The image that was asked for, by its id or name; empty when none was. */
    public String getAsked() {
        return Objects.toString(answer.request().getParameter("image"), "").strip();
    }

    /** Does what the button says that was pressed. It names its image: rows may have moved since they were shown. */
    public void act() {
        if (!isOn()) {
            return;
        }
        String pressed = Objects.toString(answer.request().getParameter("do"), "");
        switch (pressed) {
            case "queue" -> {
                require(CachePermission.CACHE_IMAGE);
                queue();
            }
            case "prune" -> {
                require(CachePermission.CACHE_PRUNE);
                var pruned = upkeep.prune();
                told("admin.cache.pruned", String.valueOf(pruned.files()));
            }
            case "clean" -> {
                require(CachePermission.CACHE_CLEAN);
                upkeep.clean();
                told("admin.cache.cleaned");
            }
            default -> {
                require(CachePermission.CACHE_DELETE);
                remove(pressed);
            }
        }
    }

    private void queue() {
        var meant = images.meant(getAsked());
        if (meant.size() != 1) {
            answer.complain(texts.of(meant.isEmpty() ? "admin.cache.unknown" : "admin.cache.several", getAsked()));
            return;
        }
        var image = meant.get(0);
        if (image.status() != Image.Status.ACTIVE) {
            throw CacheFaults.notActive(image.id());
        }
        upkeep.enqueue(image.id());
        told("admin.cache.queued", getAsked());
    }

    private void remove(String pressed) {
        if (pressed.equals("clear")) {
            upkeep.clear();
            told("admin.cache.cleared");
        } else if (pressed.equals("clear-queue")) {
            upkeep.clearQueue();
            told("admin.cache.queue-cleared");
        } else if (pressed.startsWith(REMOVE)) {
            upkeep.remove(pressed.substring(REMOVE.length()));
            told("admin.cache.removed");
        }
    }

    private void require(CachePermission permission) {
        enforcer.require(active.caller(), permission, PolicyTarget.none());
    }

    private void told(String text, String... arguments) {
        notices.done(text, arguments);
        answer.redirect("/dashboard/admin/cache");
    }
}
