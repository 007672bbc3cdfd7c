package io.github.predella.core;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a service each of whose methods is one transaction and has no effect outside of it. A call that loses against
 * another transaction is then tried again as a whole, which its caller does not notice. It is here because the services
 * that carry it stand on a floor that does not see the database.
 */
@InterceptorBinding
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SafeToRepeat {}
