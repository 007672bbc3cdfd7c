package io.github.predella.config;

/**
 * Where the property protections are. It is here because their room looks at nothing but core and policy.
 *
 * @param file name of the file, relative to the configuration directory unless absolute; null when nothing is protected
 * @param format what the file's permissions name
 */
public record ProtectionSettings(
        @Setting(
                key = "DEFAULT.property_protection_file",
                says = "file that says who may create, read, update and delete which custom property")
        String file,

        @Setting(
                key = "DEFAULT.property_protection_rule_format",
                fallback = "roles",
                says = "whether the permissions in that file are roles or policies")
        Format format) {

    /** What a permission is. */
    public enum Format {
        ROLES,
        POLICIES
    }
}
