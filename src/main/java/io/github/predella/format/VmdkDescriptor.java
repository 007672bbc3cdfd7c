package io.github.predella.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text in a VMDK that says what kind of disk it is and which files make it up. A reader opens those files, so the
 * text must not say anything but that this one file is the disk; what is not understood is refused.
 */
record VmdkDescriptor(String text) {

    private static final Set<String> TYPES = Set.of("monolithicSparse", "streamOptimized");
    private static final Set<String> KEYS =
            Set.of("version", "CID", "parentCID", "createType", "encoding", "isNativeSnapshot");
    private static final Pattern SETTING = Pattern.compile("([A-Za-z][A-Za-z0-9_.]*)\\s*=\\s*(.*)");
    private static final Pattern EXTENT = Pattern.compile("(RW|RDONLY|NOACCESS)\\s+\\d+\\s+SPARSE\\s+\"([^\"/]+)\"");
    private static final Pattern EXTENT_LIKE = Pattern.compile("(RW|RDONLY|NOACCESS)\\s.*");

    /** The text ends with the first zero byte. */
    VmdkDescriptor {
        int end = text.indexOf('\0');
        text = end < 0 ? text : text.substring(0, end);
    }

    /** Whether a file that has no header may be taken for a descriptor by a reader. */
    boolean isRecognisable() {
        return text.startsWith("# Disk DescriptorFile")
                || text.lines().anyMatch(line -> line.strip().startsWith("createType"))
                || statements().stream().findFirst().filter(this::isVersion).isPresent();
    }

    /** Why the text is not safe; empty when it is. */
    Optional<String> objection() {
        if (text.split("createType", -1).length != 2) {
            return Optional.of("its descriptor does not state one createType");
        }
        int extents = 0;
        for (String line : statements()) {
            Matcher setting = SETTING.matcher(line);
            if (EXTENT.matcher(line).matches()) {
                extents++;
            } else if (EXTENT_LIKE.matcher(line).matches()) {
                return Optional.of("its descriptor names an extent that is a path or not sparse");
            } else if (!setting.matches() || !isKnown(setting.group(1))) {
                return Optional.of("its descriptor has a line of an unknown kind");
            } else if (setting.group(1).equals("createType") && !TYPES.contains(unquoted(setting.group(2)))) {
                return Optional.of("its createType is neither monolithicSparse nor streamOptimized");
            }
        }
        return extents == 0 ? Optional.of("its descriptor names no extent") : Optional.empty();
    }

    private List<String> statements() {
        var statements = new ArrayList<String>();
        text.lines().map(String::strip).forEach(line -> {
            if (!line.isEmpty() && !line.startsWith("#")) {
                statements.add(line);
            }
        });
        return statements;
    }

    private boolean isVersion(String statement) {
        return statement.startsWith("version=");
    }

    private static boolean isKnown(String key) {
        return KEYS.contains(key) || key.startsWith("ddb.");
    }

    private static String unquoted(String value) {
        String plain = value.strip();
        return plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"")
                ? plain.substring(1, plain.length() - 1)
                : plain;
    }
}
