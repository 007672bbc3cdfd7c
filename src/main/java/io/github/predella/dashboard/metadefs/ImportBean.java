package io.github.predella.dashboard.metadefs;

import io.github.predella.core.Fault;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Notices;
import io.github.predella.dashboard.Texts;
import io.github.predella.metadefs.Definition;
import io.github.predella.metadefs.DefinitionDifference;
import io.github.predella.metadefs.DefinitionDifference.Change;
import io.github.predella.metadefs.DefinitionDifference.Kind;
import io.github.predella.metadefs.DefinitionFile;
import io.github.predella.metadefs.DefinitionImportService;
import io.github.predella.metadefs.MetadefPermission;
import io.github.predella.metadefs.NamespaceService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Takes the text of a file of definitions, shows what it would change, and brings it into the catalogue when that is
 * confirmed. The form carries the text along; what was shown is compared with what is stored once more before it counts.
 */
@Named("definitionImport")
@RequestScoped
public class ImportBean {

    /** Many times the longest file that comes with the service, and few enough for a form. */
    private static final int MOST_CHARACTERS = 128 * 1024;

    private DefinitionImportService imports;
    private NamespaceService namespaces;
    private ActiveCaller active;
    private CurrentPage page;
    private FacesAnswer answer;
    private Notices notices;
    private Texts texts;
    private Definition wanted;
    private DefinitionDifference difference;

    /** For the container's proxy only. */
    protected ImportBean() {}

    @Inject
    public ImportBean(
            DefinitionImportService imports,
            NamespaceService namespaces,
            ActiveCaller active,
            CurrentPage page,
            FacesAnswer answer,
            Notices notices,
            Texts texts) {
        this.imports = imports;
        this.namespaces = namespaces;
        this.active = active;
        this.page = page;
        this.answer = answer;
        this.notices = notices;
        this.texts = texts;
    }

    /** Throws {@link Fault} FORBIDDEN for whoever may not do that. */
    public void load() {
        if (!namespaces.may(active.caller(), MetadefPermission.ADD_METADEF_NAMESPACE)) {
            throw Fault.forbidden(texts.get("metadefs.not-open"));
        }
    }

    /** The text that was sent; empty when none was. */
    public String getText() {
        return page.query("text") == null ? "" : page.query("text");
    }

    /** How many characters may be sent. */
    public int getMost() {
        return MOST_CHARACTERS;
    }

    /** Whether what only the catalogue has is to be removed. */
    public boolean isExact() {
        return "exact".equals(page.query("how"));
    }

    /** Compares the text with the catalogue; when that was seen, brings it in. */
    public void act() {
        if (!read()) {
            return;
        }
        var caller = active.caller();
        difference = imports.compare(caller, wanted);
        if (!"apply".equals(page.query("do"))) {
            return;
        }
        if (!getSeen().equals(page.query("seen"))) {
            answer.complain(texts.get("metadefs.difference-changed"));
            return;
        }
        imports.apply(caller, wanted, isExact(), difference);
        notices.done("metadefs.imported", wanted.namespace().name());
        answer.redirect(Place.of(wanted.namespace().name()));
    }

    private boolean read() {
        if (getText().length() > MOST_CHARACTERS) {
            answer.complain(texts.of("metadefs.too-long", MOST_CHARACTERS));
            return false;
        }
        try {
            wanted = DefinitionFile.read(new ByteArrayInputStream(getText().getBytes(StandardCharsets.UTF_8)), null);
            return true;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (Fault wrong) {
            answer.complain(texts.of("metadefs.no-file", wrong.getMessage()));
            return false;
        }
    }

    /** Whether there is a difference to look at, if only that there is none. */
    public boolean isCompared() {
        return difference != null;
    }

    /** The name of the namespace in the text. */
    public String getName() {
        return wanted.namespace().name();
    }

    /** What the text says otherwise than the catalogue. */
    public List<Change> getChanges() {
        return difference.changes();
    }

    /** Whether the catalogue has something that the text has not. */
    public boolean isSomeGone() {
        return difference.changes().stream().anyMatch(change -> change.kind() == Kind.GONE);
    }

    /** What the form carries along about the difference as it is shown. */
    public String getSeen() {
        return Fingerprint.of(difference);
    }
}
