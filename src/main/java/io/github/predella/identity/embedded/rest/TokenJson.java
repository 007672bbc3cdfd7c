package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.VerifiedToken;
import io.github.predella.identity.VerifiedToken.Named;
import io.github.predella.identity.embedded.ServiceCatalogue;
import io.github.predella.identity.embedded.ServiceCatalogue.Endpoint;
import io.github.predella.identity.embedded.ServiceCatalogue.Service;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tokens and the catalogue in JSON. */
final class TokenJson {

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private TokenJson() {}

    /**
     * The "token" object.
     *
     * @param catalogue to be included in scoped tokens, or null
     */
    static JsonObjectBuilder token(VerifiedToken token, ServiceCatalogue catalogue) {
        var user =
                named(token.user()).add("domain", named(token.userDomain())).add("password_expires_at", JsonValue.NULL);
        var json = JsonParts.object()
                .add("methods", JsonParts.array(token.methods()))
                .add("user", user)
                .add("audit_ids", JsonParts.array(token.auditIds()))
                .add("expires_at", time(token.expires()) + "Z")
                .add("issued_at", time(token.issued()) + "Z");
        addScope(json, token);
        if (!token.roles().isEmpty()) {
            json.add("roles", IdentityAnswer.array(token.roles(), TokenJson::named));
            if (catalogue != null) {
                json.add("catalog", catalogue(catalogue));
            }
        }
        if (token.delegation() != null) {
            json.add("application_credential", delegation(token.delegation()));
        }
        return json;
    }

    private static void addScope(JsonObjectBuilder json, VerifiedToken token) {
        if (token.project() != null) {
            json.add("project", named(token.project()).add("domain", named(token.projectDomain())));
            json.add("is_domain", false);
        }
        if (token.domain() != null) {
            json.add("domain", named(token.domain()));
        }
        if (token.system()) {
            json.add("system", JsonParts.object().add("all", true));
        }
    }

    private static JsonObjectBuilder delegation(VerifiedToken.Delegation delegation) {
        return JsonParts.object()
                .add("id", delegation.id())
                .add("name", delegation.name())
                .add("restricted", !delegation.unrestricted());
    }

    /** The catalogue as tokens carry it. */
    static JsonArrayBuilder catalogue(ServiceCatalogue catalogue) {
        return IdentityAnswer.array(catalogue.services(), TokenJson::service);
    }

    private static JsonObjectBuilder service(Service service) {
        return JsonParts.object()
                .add("endpoints", IdentityAnswer.array(service.endpoints(), TokenJson::endpoint))
                .add("id", service.id())
                .add("type", service.type())
                .add("name", service.name());
    }

    private static JsonObjectBuilder endpoint(Endpoint endpoint) {
        return JsonParts.object()
                .add("id", endpoint.id())
                .add("interface", endpoint.side().text())
                .add("region_id", endpoint.region())
                .add("url", endpoint.url())
                .add("region", endpoint.region());
    }

    private static JsonObjectBuilder named(Named thing) {
        return JsonParts.object().add("id", thing.id()).add("name", thing.name());
    }

    /** A time to the microsecond, UTC, without a sign for the zone. */
    static String time(Instant instant) {
        return MICROSECONDS.format(instant);
    }
}
