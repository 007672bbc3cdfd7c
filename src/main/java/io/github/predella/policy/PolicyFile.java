package io.github.predella.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The operator's rule files: one main file and directories whose files stand over it, in the order of their names. A
 * file is YAML or JSON, one mapping from rule names to rules. Files that are not there say nothing.
 *
 * <p>Where the main file is {@code policy.yaml} and only {@code policy.json} is there, that one is read.
 */
public final class PolicyFile {

    private static final String USUAL = "policy.yaml";
    private static final String FORMER = "policy.json";
    private static final int MOST_FILES = 1000;

    /** A file as it was found at some time; two that are equal are taken for the same content. */
    record Stamp(Path file, FileTime modified, long size) {}

    private final Path file;
    private final List<Path> directories;

    /**
     * @param directory the configuration directory
     * @param file the main file, relative to it or absolute
     * @param directories directories with further files, relative to it or absolute
     */
    public PolicyFile(Path directory, String file, List<String> directories) {
        this.file = directory.resolve(file);
        this.directories = directories.stream().map(directory::resolve).toList();
    }

    /**
     * The files that are there now, weakest first.
     *
     * @throws PolicyProblem when they cannot be looked at
     */
    List<Stamp> stamps() {
        var stamps = new ArrayList<Stamp>();
        try {
            addStamp(mainFile(), stamps);
            for (Path directory : directories) {
                for (Path one : filesIn(directory)) {
                    addStamp(one, stamps);
                }
            }
        } catch (IOException e) {
            throw new PolicyProblem("the rule files cannot be read: " + e, e);
        }
        return List.copyOf(stamps);
    }

    /** Whether this is the main file rather than one that stands over it. */
    boolean isMain(Stamp stamp) {
        return stamp.file().getParent().equals(file.getParent())
                && directories.stream().noneMatch(stamp.file()::startsWith);
    }

    /**
     * The rules of the given files, later ones over earlier ones.
     *
     * @throws PolicyProblem when a file cannot be read or is not a mapping from names to rules
     */
    Map<String, Check> read(Collection<Stamp> stamps) {
        var rules = new HashMap<String, Check>();
        for (Stamp stamp : stamps) {
            try {
                String text = Files.readString(stamp.file(), StandardCharsets.UTF_8);
                PolicyText.parse(text).forEach((name, rule) -> rules.put(name, RuleParser.parse(name, rule)));
            } catch (IOException e) {
                throw new PolicyProblem(stamp.file() + " cannot be read as UTF-8 text: " + e, e);
            } catch (IllegalArgumentException e) {
                throw new PolicyProblem(stamp.file() + " is not a rule file: " + e.getMessage(), e);
            }
        }
        return rules;
    }

    private Path mainFile() {
        Path former = file.resolveSibling(FORMER);
        boolean onlyFormer = file.endsWith(USUAL) && Files.notExists(file) && Files.exists(former);
        return onlyFormer ? former : file;
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(one -> Files.isRegularFile(one)
                            && !one.getFileName().toString().startsWith("."))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        }
    }

    private static void addStamp(Path file, List<Stamp> stamps) throws IOException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.size() > PolicyText.MOST_CHARACTERS) {
                throw new PolicyProblem(file + " is larger than " + PolicyText.MOST_CHARACTERS + " bytes");
            }
            stamps.add(new Stamp(file, attributes.lastModifiedTime(), attributes.size()));
        } catch (NoSuchFileException e) {
            // Not every deployment has rules of its own.
        }
    }
}
