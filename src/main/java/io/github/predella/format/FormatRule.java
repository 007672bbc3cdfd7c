package io.github.predella.format;

import io.github.predella.core.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Decides whether data may be an image of its declared disk format. Images in containers are not looked into.
 *
 * @param requireMatch whether data must have the declared format; otherwise a difference is a warning
 * @param gptNonfatal names of the checks of partition tables whose failure is only a warning, for example {@code mbr}
 */
public record FormatRule(boolean requireMatch, Set<String> gptNonfatal) {

    /** The only container format whose data is the disk itself. */
    private static final String BARE = "bare";

    private static final Set<String> RECOGNISED =
            Set.of("qcow2", "qed", "vhd", "vhdx", "vmdk", "vdi", "iso", "gpt", "luks");

    /**
     * The data may stay.
     *
     * @param virtualSize bytes of the disk that a guest would see, empty when unknown
     * @param warnings sentences for the log, mostly none
     */
    public record Acceptance(OptionalLong virtualSize, List<String> warnings) {

        public Acceptance {
            warnings = List.copyOf(warnings);
        }
    }

    public FormatRule {
        gptNonfatal = Set.copyOf(gptNonfatal);
    }

    /** Whether data of an image with this container format is to be inspected. */
    public static boolean appliesTo(String containerFormat) {
        return BARE.equals(containerFormat);
    }

    /** Whether data of a disk format can be told from other data. */
    public static boolean recognises(String diskFormat) {
        return RECOGNISED.contains(diskFormat);
    }

    /**
     * Judges the data of a whole image.
     *
     * @param seen what watching it has shown
     * @param declared the image's disk format
     * @throws Fault UNSUPPORTED_TYPE whose detail says what is wrong
     */
    public Acceptance judge(Inspection seen, String declared) {
        var warnings = new ArrayList<String>();
        boolean fits = seen.findings().size() < 2 && (seen.format().equals(declared) || maybe(seen, declared));
        if (!fits) {
            complain(requireMatch, "The content is " + seen.format() + ", not " + declared, warnings);
        }
        for (Finding finding : seen.findings()) {
            for (Finding.Failure failure : finding.failures()) {
                complain(
                        isFatal(finding, failure),
                        "The content failed the check " + failure.check() + " of the format " + finding.format() + ": "
                                + failure.reason(),
                        warnings);
            }
            if (finding.broken()) {
                complain(requireMatch, "The content is damaged: it only begins like " + finding.format(), warnings);
            }
        }
        if (declared.equals(Inspection.RAW) && fits && !seen.format().equals(declared)) {
            warnings.add("The content is declared raw and looks like " + seen.format());
        }
        return new Acceptance(fits ? virtualSize(seen, declared) : OptionalLong.empty(), warnings);
    }

    /** Anything may be raw; and nobody can tell for a format without a recogniser. */
    private static boolean maybe(Inspection seen, String declared) {
        return declared.equals(Inspection.RAW) || (seen.findings().isEmpty() && !RECOGNISED.contains(declared));
    }

    private static OptionalLong virtualSize(Inspection seen, String declared) {
        if (declared.equals(Inspection.RAW)) {
            // Clients know an image without data by having no virtual size.
            return seen.size() > 0 ? OptionalLong.of(seen.size()) : OptionalLong.empty();
        }
        return seen.findings().isEmpty()
                ? OptionalLong.empty()
                : seen.findings().get(0).virtualSize();
    }

    private boolean isFatal(Finding finding, Finding.Failure failure) {
        return !finding.format().equals("gpt") || !gptNonfatal.contains(failure.check());
    }

    private static void complain(boolean fatal, String sentence, List<String> warnings) {
        if (fatal) {
            throw new Fault(
                    Fault.Kind.UNSUPPORTED_TYPE, "The image data does not fit the image's formats.", sentence + ".");
        }
        warnings.add(sentence);
    }
}
