package io.github.predella.images;

import io.github.predella.policy.Permission;
import java.util.List;
import java.util.Locale;

/** What can be allowed or denied about images, with the rule that holds when the operator says nothing. */
public enum ImagePermission implements Permission {
    ADD_IMAGE(
            Rules.ADMIN + " or (role:member and project_id:%(project_id)s and project_id:%(owner)s)",
            Rules.ANYBODY,
            "Create an image",
            "POST /v2/images"),
    DELETE_IMAGE(Rules.OWNER, Rules.ANYBODY, "Delete an image", "DELETE /v2/images/{image_id}"),
    GET_IMAGE(Rules.seenBy("reader"), Rules.ANYBODY, "Show an image", "GET /v2/images/{image_id}"),
    GET_IMAGES(Rules.ADMIN_OR_READER, Rules.ANYBODY, "List images", "GET /v2/images"),
    MODIFY_IMAGE(
            Rules.OWNER,
            Rules.ANYBODY,
            "Change an image's description or tags, stage or import its data",
            "PATCH /v2/images/{image_id}",
            "PUT /v2/images/{image_id}/tags/{tag}",
            "DELETE /v2/images/{image_id}/tags/{tag}",
            "PUT /v2/images/{image_id}/stage",
            "POST /v2/images/{image_id}/import"),
    PUBLICIZE_IMAGE(Rules.ADMIN, null, "Make an image public", "POST /v2/images", "PATCH /v2/images/{image_id}"),
    COMMUNITIZE_IMAGE(
            Rules.OWNER,
            Rules.ANYBODY,
            "Make an image a community image",
            "POST /v2/images",
            "PATCH /v2/images/{image_id}"),
    DOWNLOAD_IMAGE(Rules.seenBy("member"), Rules.ANYBODY, "Download data", "GET /v2/images/{image_id}/file"),
    DOWNLOAD_FROM_STORE(
            Rules.seenBy("member"),
            null,
            "Choose the store to download from",
            "GET /v2/images/{image_id}/file?prefer="),
    UPLOAD_IMAGE(Rules.OWNER, Rules.ANYBODY, "Upload data", "PUT /v2/images/{image_id}/file"),
    DELETE_IMAGE_LOCATION(
            Rules.ADMIN,
            Rules.ANYBODY,
            "Remove a location",
            "PATCH /v2/images/{image_id}",
            "DELETE /v2/stores/{store_id}/{image_id}"),
    GET_IMAGE_LOCATION(
            Rules.ADMIN_OR_READER, Rules.ANYBODY, "See where an image is stored", "GET /v2/images/{image_id}"),
    SET_IMAGE_LOCATION(Rules.OWNER, Rules.ANYBODY, "Add or replace a location", "PATCH /v2/images/{image_id}"),
    ADD_IMAGE_LOCATION(
            "rule:service_api or (role:member and project_id:%(project_id)s and project_id:%(owner)s)",
            null, "Add a location by the locations API", "POST /v2/images/{image_id}/locations"),
    FETCH_IMAGE_LOCATION(
            "rule:service_api", null, "List locations by the locations API", "GET /v2/images/{image_id}/locations"),
    ADD_MEMBER(Rules.OWNER, Rules.ANYBODY, "Share an image", "POST /v2/images/{image_id}/members"),
    DELETE_MEMBER(
            Rules.OWNER, Rules.ANYBODY, "Stop sharing an image", "DELETE /v2/images/{image_id}/members/{member_id}"),
    GET_MEMBER(Rules.MEMBERSHIP, Rules.ANYBODY, "Show a member", "GET /v2/images/{image_id}/members/{member_id}"),
    GET_MEMBERS(Rules.MEMBERSHIP, Rules.ANYBODY, "List members", "GET /v2/images/{image_id}/members"),
    MODIFY_MEMBER(
            Rules.ADMIN + " or (role:member and project_id:%(member_id)s)",
            Rules.ANYBODY,
            "Accept or reject a shared image",
            "PUT /v2/images/{image_id}/members/{member_id}"),
    DEACTIVATE(Rules.OWNER, Rules.ANYBODY, "Deactivate an image", "POST /v2/images/{image_id}/actions/deactivate"),
    REACTIVATE(Rules.OWNER, Rules.ANYBODY, "Reactivate an image", "POST /v2/images/{image_id}/actions/reactivate"),
    RESTORE_IMAGE(
            Rules.OWNER,
            Rules.ANYBODY,
            "Take the deletion of an image back while its data is kept",
            "POST /v2/images/{image_id}/actions/restore"),
    COPY_IMAGE(Rules.ADMIN, null, "Copy an image to further stores", "POST /v2/images/{image_id}/import");

    private final String check;
    private final String oldCheck;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // the collection is made once and cannot be changed
    private final List<String> operations;

    ImagePermission(String check, String oldCheck, String description, String... operations) {
        this.check = check;
        this.oldCheck = oldCheck;
        this.description = description;
        this.operations = List.of(operations);
    }

    @Override
    public String rule() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String check() {
        return check;
    }

    @Override
    public String oldCheck() {
        return oldCheck;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public List<String> operations() {
        return operations;
    }

    /** The pieces from which the rules are made. */
    private static final class Rules {
        static final String ADMIN = "rule:context_is_admin";
        static final String ANYBODY = "rule:default";
        static final String OWNER = ADMIN + " or (role:member and project_id:%(project_id)s)";
        static final String ADMIN_OR_READER = ADMIN + " or (role:reader and project_id:%(project_id)s)";
        static final String MEMBERSHIP =
                ADMIN + " or role:reader and (project_id:%(project_id)s or project_id:%(member_id)s)";

        static String seenBy(String role) {
            return ADMIN + " or (role:" + role + " and (project_id:%(project_id)s or project_id:%(member_id)s"
                    + " or 'community':%(visibility)s or 'public':%(visibility)s or 'shared':%(visibility)s))";
        }
    }
}
