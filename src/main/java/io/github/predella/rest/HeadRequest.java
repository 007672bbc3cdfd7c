package io.github.predella.rest;

import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a resource that answers HEAD. Everywhere else HEAD is refused, see {@link HttpShape}; JAX-RS's own
 * annotation has no effect here.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@HttpMethod(HttpShape.HEAD)
public @interface HeadRequest {}
