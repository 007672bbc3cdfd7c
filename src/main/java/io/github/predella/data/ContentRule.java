package io.github.predella.data;

import io.github.predella.core.Fault;
import io.github.predella.format.FormatRule;
import io.github.predella.format.Inspection;
import io.github.predella.images.Image;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.logging.Logger;

/** Decides whether data may become an image's, whichever way it has come. */
@ApplicationScoped
public class ContentRule {

    private static final Logger LOG = Logger.getLogger(ContentRule.class.getName());

    private FormatRule rule;

    /** For the container's proxy only. */
    protected ContentRule() {}

    @Inject
    public ContentRule(DataSettings settings) {
        this.rule = new FormatRule(settings.requireFormatMatch(), Set.copyOf(settings.tolerantPartitionChecks()));
    }

    /**
     * What a guest would see of the disk, in bytes; null where that is not known.
     *
     * @throws Fault UNSUPPORTED_TYPE when the data is not what the image claims to be, or is not safe
     */
    public Long virtualSize(Image image, Inspection seen) {
        if (!FormatRule.appliesTo(image.details().containerFormat())) {
            return null;
        }
        var accepted = rule.judge(seen, image.details().diskFormat());
        accepted.warnings().forEach(warning -> LOG.warning(() -> "image " + image.id() + ": " + warning));
        return accepted.virtualSize().isPresent() ? accepted.virtualSize().getAsLong() : null;
    }
}
