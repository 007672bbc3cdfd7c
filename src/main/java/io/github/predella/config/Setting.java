package io.github.predella.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says from which key a component of a public settings record is read. Every component of such a record carries it.
 *
 * <p>Types: boolean, Boolean, int, long, String, Path, URI, {@link DataSize}, {@link Seconds}, {@link Secret}, any enum (its
 * constants in lower case), {@code List<String>} and {@code Map<String, String>}. Lists and maps are empty when
 * nothing is set. A component with a fallback is never null; without one, primitives must be set by the operator and
 * the other types are null when the key is absent or its text is empty.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {

    /** The value of {@link #fallback()} that stands for "none"; no operator's text can equal it. */
    String NONE = "\0";

    /**
     * {@code group.key} as in the reference's files, for example {@code DEFAULT.image_size_cap}; just {@code key} in
     * records that are read once for each of several sections.
     */
    String key();

    /** The text that applies when no source has the key; it may refer to {@code ${predella.data_dir}}. */
    String fallback() default NONE;

    /** Former names of the same setting, {@code group.key}, still read and met with a warning. */
    String[] formerly() default {};

    /** For a List: whether it is written by repeating the key in the file instead of with commas in one value. */
    boolean repeated() default false;

    /** One line for the table in README. */
    String says();
}
