package io.github.predella.observe;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a request does, in the words of the audit. Changes at the APIs follow from method and address; what is no plain
 * change is listed. Pages of the dashboard do several things at one address, so there the services themselves tell, see
 * {@link Audited}.
 *
 * @param action verb and kind of thing, as {@code update/image/members}
 * @param type kind of thing, as a CADF type
 */
record AuditAction(String action, String type) {

    static final AuditAction LOGIN = new AuditAction("authenticate", "data/security/account/user");

    private static final Map<String, String> VERBS =
            Map.of("POST", "create", "PUT", "update", "PATCH", "update", "DELETE", "delete");

    private static final Map<String, AuditAction> LISTED = Map.ofEntries(
            image("GET /v2/images/{id}/file", "download/image"),
            image("GET /dashboard/images/{id}/file", "download/image"),
            image("PUT /v2/images/{id}/file", "upload/image"),
            image("PUT /v2/images/{id}/stage", "stage/image"),
            image("POST /v2/images/{id}/import", "import/image"),
            image("POST /v2/images/{id}/actions/deactivate", "deactivate/image"),
            image("POST /v2/images/{id}/actions/reactivate", "reactivate/image"),
            image("POST /v2/images/{id}/actions/restore", "restore/image"),
            image("PATCH /v2/images/{id}/upload-sessions/{session}", "upload/image"),
            Map.entry("POST /identity/v3/auth/tokens", LOGIN),
            Map.entry("DELETE /identity/v3/auth/tokens", new AuditAction("revoke/token", "data/security/token")));

    private static Map.Entry<String, AuditAction> image(String request, String action) {
        return Map.entry(request, new AuditAction(action, "service/storage/image"));
    }

    /** Empty for what changes nothing and is not listed. */
    static Optional<AuditAction> of(Passage passage) {
        var listed = LISTED.get(passage.method() + " " + passage.route());
        if (listed != null) {
            return Optional.of(listed);
        }
        String verb = VERBS.get(passage.method());
        return verb == null ? Optional.empty() : general(verb, passage);
    }

    private static Optional<AuditAction> general(String verb, Passage passage) {
        return switch (passage.door()) {
            case V2 -> Optional.of(of(verb, "service/storage/", kind(passage.route(), 2)));
            case IDENTITY -> Optional.of(of(verb, "data/security/", kind(passage.route(), 3)));
            case DASHBOARD, OTHER -> Optional.empty();
        };
    }

    private static AuditAction of(String verb, String prefix, String kind) {
        return new AuditAction(verb + "/" + kind, prefix + kind);
    }

    /** The fixed parts of an address: {@code image/members} of {@code /v2/images/{id}/members/{project}}. */
    private static String kind(String route, int skipped) {
        String kind = Arrays.stream(route.split("/"))
                .skip(skipped)
                .filter(segment -> !segment.startsWith("{"))
                .collect(Collectors.joining("/"));
        return kind.isEmpty() ? RouteTable.OTHER : kind.replaceFirst("^images", "image");
    }
}
