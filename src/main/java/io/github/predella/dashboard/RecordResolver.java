package io.github.predella.dashboard;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets pages read the components of records as properties, {@code #{image.name}}, which this version of the expression
 * language does for beans only; named in {@code faces-config.xml}.
 */
public class RecordResolver extends ELResolver {

    private final Map<Class<?>, Map<String, Method>> components = new ConcurrentHashMap<>();

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        var component = component(base, property);
        if (component == null) {
            return null;
        }
        context.setPropertyResolved(base, property);
        try {
            return component.invoke(base);
        } catch (IllegalAccessException | InvocationTargetException failure) {
            throw new ELException(failure);
        }
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        var component = component(base, property);
        if (component == null) {
            return null;
        }
        context.setPropertyResolved(base, property);
        return component.getReturnType();
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (component(base, property) != null) {
            throw new PropertyNotWritableException("a record does not change");
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        if (component(base, property) != null) {
            context.setPropertyResolved(base, property);
        }
        return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return base instanceof Record ? String.class : null;
    }

    /** Methods besides the components are left to the resolver of beans. */
    private Method component(Object base, Object property) {
        return base instanceof Record
                ? components
                        .computeIfAbsent(base.getClass(), RecordResolver::componentsOf)
                        .get(String.valueOf(property))
                : null;
    }

    private static Map<String, Method> componentsOf(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getAccessor)
                .filter(Method::trySetAccessible)
                .collect(Collectors.toUnmodifiableMap(Method::getName, Function.identity()));
    }
}
