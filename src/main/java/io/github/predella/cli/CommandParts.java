package io.github.predella.cli;

import io.github.predella.config.EffectiveSetting;
import io.github.predella.config.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** What commands work with. Each part is made when it is asked for, so that a command needs nothing but its own. */
public interface CommandParts {

    /**
     * What is in force.
     *
     * @throws io.github.predella.config.SettingsProblems when a file cannot be read
     */
    Settings settings();

    /**
     * Looks at all settings.
     *
     * @return one warning for each key that is set without effect
     * @throws io.github.predella.config.SettingsProblems with everything that is wrong
     */
    List<String> check();

    /** Every setting with its value and its origin, secrets masked. */
    List<EffectiveSetting> effective();

    /** The database of the settings; nothing is connected yet. */
    DataSource database();

    /** Does work on the accounts of the built-in identity in one transaction, which fails as a whole. */
    <T> T accounts(Function<AccountDesk, T> work);

    /**
     * Removes the data of deleted images whose time is over, once.
     *
     * @return false when a node does or has just done the same
     */
    boolean scrub();

    /**
     * Takes the deletion of an image back, whose data is kept.
     *
     * @return false when there is no such image in the bin, or its data is being removed
     */
    boolean restore(String image);

    /**
     * The catalogue of metadata definitions. The database is connected.
     *
     * @return to be closed
     */
    OpenCatalogue catalogue();

    /** Where files of metadata definitions lie when a command names no other place. */
    Path definitionPath();

    /** Why something failed, in one line for the operator. */
    String reason(Exception failure);
}
