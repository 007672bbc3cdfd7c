package io.github.predella.boot;

import io.github.predella.images.Image;
import io.github.predella.metadefs.Definition;
import io.github.predella.observe.AuditTrail;
import io.github.predella.observe.Audited;
import io.github.predella.observe.Door;
import io.github.predella.observe.Trace;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the audit what pages of the dashboard do. It stands outside of transactions, so it knows how they ended. */
@Audited
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 50)
public class AuditInterceptor {

    /** What the audit calls the methods that are marked. */
    static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("ImageService.create", "create/image"),
            Map.entry("ImageService.patch", "update/image"),
            Map.entry("ImageService.move", "update/image"),
            Map.entry("ImageService.deactivate", "deactivate/image"),
            Map.entry("ImageService.reactivate", "reactivate/image"),
            Map.entry("DeletionService.delete", "delete/image"),
            Map.entry("DeletionService.deleteCopy", "delete/image/copy"),
            Map.entry("DisposalService.restore", "restore/image"),
            Map.entry("MemberService.add", "create/image/members"),
            Map.entry("MemberService.answer", "update/image/members"),
            Map.entry("MemberService.remove", "delete/image/members"),
            Map.entry("ImportService.submit", "import/image"),
            Map.entry("ImportService.retry", "import/image"),
            Map.entry("ImportService.cancel", "cancel/image/import"),
            Map.entry("LocationImportService.submit", "create/image/locations"),
            Map.entry("LocationImportService.verify", "verify/image/copy"),
            Map.entry("UploadSessionService.create", "create/image/upload-sessions"),
            Map.entry("UploadSessionService.cancel", "delete/image/upload-sessions"),
            Map.entry("NamespaceService.create", "create/metadefs/namespaces"),
            Map.entry("NamespaceService.replace", "update/metadefs/namespaces"),
            Map.entry("NamespaceService.delete", "delete/metadefs/namespaces"),
            Map.entry("DefinitionImportService.apply", "import/metadefs/namespaces"),
            Map.entry("ObjectService.add", "create/metadefs/namespaces/objects"),
            Map.entry("ObjectService.replace", "update/metadefs/namespaces/objects"),
            Map.entry("ObjectService.remove", "delete/metadefs/namespaces/objects"),
            Map.entry("PropertyService.add", "create/metadefs/namespaces/properties"),
            Map.entry("PropertyService.replace", "update/metadefs/namespaces/properties"),
            Map.entry("PropertyService.remove", "delete/metadefs/namespaces/properties"),
            Map.entry("TagService.add", "create/metadefs/namespaces/tags"),
            Map.entry("TagService.replace", "update/metadefs/namespaces/tags"),
            Map.entry("TagService.remove", "delete/metadefs/namespaces/tags"),
            Map.entry("ResourceTypeService.associate", "create/metadefs/namespaces/resource_types"),
            Map.entry("ResourceTypeService.replace", "update/metadefs/namespaces/resource_types"),
            Map.entry("ResourceTypeService.dissociate", "delete/metadefs/namespaces/resource_types"),
            Map.entry("CacheUpkeep.enqueue", "update/cache"),
            Map.entry("CacheUpkeep.remove", "delete/cache"),
            Map.entry("CacheUpkeep.clear", "delete/cache"),
            Map.entry("CacheUpkeep.clearQueue", "delete/cache"),
            Map.entry("JobClock.start", "start/job"));

    private static final Pattern AN_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String IMAGE = "service/storage/image";
    private static final String JOB = "service/storage/job";
    private static final String DEFINITIONS = "service/storage/metadefs/namespaces";

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @AroundInvoke
    Object tell(InvocationContext call) throws Exception {
        boolean ours = Trace.current()
                .flatMap(Trace::door)
                .filter(Door.DASHBOARD::equals)
                .isPresent();
        // A part of what another service does is kept or not together with the whole, which is told.
        boolean whole = transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
        return ours && whole ? told(call) : call.proceed();
    }

    private static Object told(InvocationContext call) throws Exception {
        String action = ACTIONS.get(nameOf(serviceOf(call.getTarget()), call.getMethod()));
        String type = typeOf(action);
        String id = idAmong(call.getParameters());
        try {
            Object result = call.proceed();
            AuditTrail.tell(action, type, result instanceof Image image ? image.id() : id, null);
            return result;
        } catch (Exception failure) {
            AuditTrail.tell(action, type, id, failure);
            throw failure;
        }
    }

    private static String typeOf(String action) {
        if (action.endsWith("/job")) {
            return JOB;
        }
        return action.contains("/metadefs/") ? DEFINITIONS : IMAGE;
    }

    /** An image's id if there is one, else the name of a definition or the first text; null when there is none. */
    private static String idAmong(Object[] arguments) {
        var texts = Arrays.stream(arguments)
                .map(AuditInterceptor::text)
                .flatMap(Optional::stream)
                .toList();
        return texts.stream()
                .filter(text -> AN_ID.matcher(text).matches())
                .findFirst()
                .orElse(texts.isEmpty() ? null : texts.get(0));
    }

    private static Optional<String> text(Object argument) {
        if (argument instanceof Definition definition) {
            return Optional.of(definition.namespace().name());
        }
        return argument instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The class of a service as it is written; the container may have put its own subclass in its place. */
    private static Class<?> serviceOf(Object target) {
        Class<?> type = target.getClass();
        while (type.getSimpleName().contains("$")) {
            type = type.getSuperclass();
        }
        return type;
    }

    /** The name of a marked method of a service in {@link #ACTIONS}; a method may be inherited. */
    static String nameOf(Class<?> service, Method method) {
        return service.getSimpleName() + "." + method.getName();
    }
}
