package io.github.predella.observe;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of a service that the audit tells about when the dashboard calls it; {@code boot} knows what it is called
 * there. The first text among its arguments is the id of the thing. Requests to APIs are told at their door, together
 * with what never came as far as a service.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {}
