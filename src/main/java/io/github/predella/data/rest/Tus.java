package io.github.predella.data.rest;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks resources that speak the protocol for resumable uploads; {@link TusFilter} sees to what all requests share. */
@NameBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Tus {

    /** The version of the protocol. */
    String VERSION = "1.0.0";

    /** The header that names the version. */
    String RESUMABLE = "Tus-Resumable";
}
