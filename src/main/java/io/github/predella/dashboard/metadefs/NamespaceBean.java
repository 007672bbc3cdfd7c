package io.github.predella.dashboard.metadefs;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.CurrentPage;
import io.github.predella.dashboard.DefinitionTitles;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Notices;
import io.github.predella.dashboard.Texts;
import io.github.predella.dashboard.ValueRuleTexts;
import io.github.predella.metadefs.Definition;
import io.github.predella.metadefs.DefinitionReader;
import io.github.predella.metadefs.MetaObject;
import io.github.predella.metadefs.MetaProperty;
import io.github.predella.metadefs.MetadefPermission;
import io.github.predella.metadefs.Namespace;
import io.github.predella.metadefs.NamespaceService;
import io.github.predella.metadefs.Part;
import io.github.predella.metadefs.ResourceType;
import io.github.predella.metadefs.ResourceTypeService;
import io.github.predella.metadefs.TagService;
import io.github.predella.metadefs.ValueRule;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;

/** A namespace with all that is in it; its tags and what it is for can be added to there and then. */
@Named("namespace")
@RequestScoped
public class NamespaceBean {

    private NamespaceService namespaces;
    private ResourceTypeService types;
    private TagService tags;
    private ActiveCaller active;
    private CurrentPage page;
    private FacesAnswer answer;
    private Notices notices;
    private Texts texts;
    private ValueRuleTexts ruleTexts;
    private DefinitionTitles titles;
    private Definition definition;
    private Set<MetadefPermission> rights;

    /** For the container's proxy only. */
    protected NamespaceBean() {}

    @Inject
    public NamespaceBean(
            NamespaceService namespaces,
            ResourceTypeService types,
            TagService tags,
            ActiveCaller active,
            CurrentPage page,
            FacesAnswer answer,
            Notices notices,
            Texts texts,
            ValueRuleTexts ruleTexts,
            DefinitionTitles titles) {
        this.namespaces = namespaces;
        this.types = types;
        this.tags = tags;
        this.active = active;
        this.page = page;
        this.answer = answer;
        this.notices = notices;
        this.texts = texts;
        this.ruleTexts = ruleTexts;
        this.titles = titles;
    }

    /** A property as its row shows it. */
    public record Property(String name, String title, String description, String type, String wants, String standard) {}

    /** Reads the namespace; throws {@link Fault} NOT_FOUND when the person sees none. */
    public void load() {
        getDefinition();
    }

    public Definition getDefinition() {
        if (definition == null) {
            definition = namespaces.show(active.caller(), Place.namespace(page), null);
        }
        return definition;
    }

    /** What the namespace says about itself. */
    public Namespace getAbout() {
        return getDefinition().namespace();
    }

    /** The name for people. */
    public String getTitle() {
        return titles.of(getAbout());
    }

    /** An object; throws {@link Fault} NOT_FOUND when there is none of that name. */
    MetaObject object(String name) {
        return named(getDefinition().objects(), name);
    }

    /** A property; throws {@link Fault} NOT_FOUND when there is none of that name. */
    MetaProperty property(String name) {
        return named(getDefinition().properties(), name);
    }

    private <P extends Part> P named(List<P> parts, String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Fault.notFound(texts.of("metadefs.nothing-there", name)));
    }

    /** Whether the person may do something with the namespace, were it not protected. */
    public boolean may(String permission) {
        if (rights == null) {
            rights = namespaces.rights(active.caller(), getAbout());
        }
        return rights.contains(MetadefPermission.valueOf(permission));
    }

    /** Why nothing here can be removed; empty when it can. */
    public String getWhyKept() {
        return getAbout().isProtected() ? texts.get("metadefs.protected-kept") : "";
    }

    /** A page about the namespace, or what belongs to it. */
    public String address(String behind) {
        return Place.of(getAbout().name()) + behind;
    }

    /** A page about something in the namespace that has a name. */
    public String address(String behind, String name) {
        return address(behind) + Place.encoded(name);
    }

    /** The beginning of the pages about properties of an object. */
    public String within(String object) {
        return "/property?object=" + Place.encoded(object) + "&property=";
    }

    /** The beginning of the pages that ask before properties of an object go. */
    public String removing(String object) {
        return "/remove?object=" + Place.encoded(object) + "&property=";
    }

    /** Names in a sentence. */
    public String listed(List<String> names) {
        return String.join(", ", names);
    }

    /** The properties of the namespace itself. */
    public List<Property> getProperties() {
        return getDefinition().properties().stream()
                .map(property -> row(property.name(), property.schema()))
                .toList();
    }

    /** The properties of an object. */
    public List<Property> in(MetaObject object) {
        return object.properties().entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Property row(String name, JsonValue value) {
        var schema = value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        return new Property(
                name,
                schema.getString("title", ""),
                schema.getString("description", ""),
                schema.getString("type", ""),
                ruleTexts.of(ValueRule.of(schema)),
                schema.getString("default", ""));
    }

    /** The types of resources that there are, to choose from. */
    public List<String> getTypes() {
        return types.types(active.caller()).stream().map(ResourceType::name).toList();
    }

    /** Does what the pressed button stands for. */
    public void act() {
        var caller = active.caller();
        String name = getAbout().name();
        switch (page.query("do") == null ? "" : page.query("do")) {
            case "tag" -> {
                tags.add(caller, name, DefinitionReader.tag(page.query("tag") == null ? "" : page.query("tag")));
                notices.done("metadefs.tag-added");
                answer.redirect(address("#tags"));
            }
            case "type" -> {
                types.associate(caller, name, DefinitionReader.association(association()));
                notices.done("metadefs.type-added");
                answer.redirect(address(""));
            }
            default -> {
                // There is no other button.
            }
        }
    }

    private JsonObject association() {
        var body = Jsons.object();
        for (String member : List.of("name", "prefix", "properties_target")) {
            if (page.query(member) != null) {
                body.add(member, page.query(member));
            }
        }
        return body.build();
    }
}
