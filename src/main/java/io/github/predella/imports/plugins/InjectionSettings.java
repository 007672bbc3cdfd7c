package io.github.predella.imports.plugins;

import io.github.predella.config.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is said about imported images by the operator.
 *
 * @param ignoredRoles roles, in lower case, whose holders' images are left alone
 * @param properties name to value
 */
public record InjectionSettings(
        @Setting(
                key = "inject_metadata_properties.ignore_user_roles",
                fallback = "admin",
                says = "roles; images that holders of one import get no injected properties")
        List<String> ignoredRoles,

        @Setting(
                key = "inject_metadata_properties.inject",
                fallback = "",
                says = "properties that inject_image_metadata gives to imported images, as name:value, …")
        Map<String, String> properties) {

    public InjectionSettings {
        ignoredRoles =
                ignoredRoles.stream().map(role -> role.toLowerCase(Locale.ROOT)).toList();
        properties = Map.copyOf(properties);
    }
}
