package io.github.predella.metadefs;

import io.github.predella.policy.Permission;
import java.util.List;
import java.util.Locale;

/** What can be allowed or denied about the catalogue. Whoever may read sees; only administrators write. */
public enum MetadefPermission implements Permission {
    GET_METADEF_NAMESPACE("Show one namespace", "GET /v2/metadefs/namespaces/{namespace_name}"),
    GET_METADEF_NAMESPACES("List namespaces", "GET /v2/metadefs/namespaces"),
    ADD_METADEF_NAMESPACE("Make a namespace", "POST /v2/metadefs/namespaces"),
    MODIFY_METADEF_NAMESPACE("Change a namespace", "PUT /v2/metadefs/namespaces/{namespace_name}"),
    DELETE_METADEF_NAMESPACE("Delete a namespace", "DELETE /v2/metadefs/namespaces/{namespace_name}"),
    GET_METADEF_OBJECT("Show one object", "GET /v2/metadefs/namespaces/{namespace_name}/objects/{object_name}"),
    GET_METADEF_OBJECTS("List objects", "GET /v2/metadefs/namespaces/{namespace_name}/objects"),
    ADD_METADEF_OBJECT("Make an object", "POST /v2/metadefs/namespaces/{namespace_name}/objects"),
    MODIFY_METADEF_OBJECT("Change an object", "PUT /v2/metadefs/namespaces/{namespace_name}/objects/{object_name}"),
    DELETE_METADEF_OBJECT("Delete an object", "DELETE /v2/metadefs/namespaces/{namespace_name}/objects/{object_name}"),
    LIST_METADEF_RESOURCE_TYPES("List types of resources", "GET /v2/metadefs/resource_types"),
    GET_METADEF_RESOURCE_TYPE(
            "List what a namespace is for", "GET /v2/metadefs/namespaces/{namespace_name}/resource_types"),
    ADD_METADEF_RESOURCE_TYPE_ASSOCIATION(
            "Connect a namespace with a type of resources",
            "POST /v2/metadefs/namespaces/{namespace_name}/resource_types"),
    REMOVE_METADEF_RESOURCE_TYPE_ASSOCIATION(
            "Disconnect a namespace from a type of resources",
            "DELETE /v2/metadefs/namespaces/{namespace_name}/resource_types/{name}"),
    GET_METADEF_PROPERTY(
            "Show one property", "GET /v2/metadefs/namespaces/{namespace_name}/properties/{property_name}"),
    GET_METADEF_PROPERTIES("List properties", "GET /v2/metadefs/namespaces/{namespace_name}/properties"),
    ADD_METADEF_PROPERTY("Make a property", "POST /v2/metadefs/namespaces/{namespace_name}/properties"),
    MODIFY_METADEF_PROPERTY(
            "Change a property", "PUT /v2/metadefs/namespaces/{namespace_name}/properties/{property_name}"),
    REMOVE_METADEF_PROPERTY(
            "Delete a property", "DELETE /v2/metadefs/namespaces/{namespace_name}/properties/{property_name}"),
    GET_METADEF_TAG("Show one tag", "GET /v2/metadefs/namespaces/{namespace_name}/tags/{tag_name}"),
    GET_METADEF_TAGS("List tags", "GET /v2/metadefs/namespaces/{namespace_name}/tags"),
    ADD_METADEF_TAG("Make a tag", "POST /v2/metadefs/namespaces/{namespace_name}/tags/{tag_name}"),
    ADD_METADEF_TAGS("Make tags", "POST /v2/metadefs/namespaces/{namespace_name}/tags"),
    MODIFY_METADEF_TAG("Rename a tag", "PUT /v2/metadefs/namespaces/{namespace_name}/tags/{tag_name}"),
    DELETE_METADEF_TAG("Delete a tag", "DELETE /v2/metadefs/namespaces/{namespace_name}/tags/{tag_name}"),
    DELETE_METADEF_TAGS("Delete all tags of a namespace", "DELETE /v2/metadefs/namespaces/{namespace_name}/tags");

    private static final String SEEN =
            "rule:context_is_admin or (role:reader and (project_id:%(project_id)s or" + " 'public':%(visibility)s))";
    private static final String OWN = "rule:context_is_admin or (role:reader and project_id:%(project_id)s)";

    private final String description;
    private final String operation;

    MetadefPermission(String description, String operation) {
        this.description = description;
        this.operation = operation;
    }

    @Override
    public String rule() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String check() {
        if (this == GET_METADEF_NAMESPACES) {
            return OWN;
        }
        return reads() ? SEEN : "rule:metadef_admin";
    }

    @Override
    public String oldCheck() {
        return reads() ? "rule:metadef_default" : null;
    }

    private boolean reads() {
        return operation.startsWith("GET ");
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public List<String> operations() {
        return List.of(operation);
    }
}
