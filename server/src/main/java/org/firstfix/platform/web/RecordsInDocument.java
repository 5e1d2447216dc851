package org.firstfix.platform.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.scope.OrgPath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the OpenAPI document what our records say by themselves: typed ids are UUIDs, a component is required unless it
 * is {@code @Nullable} or an {@code Optional}, and a nested record is named with the class it lives in, because
 * {@code Row} means another thing in every list.
 */
@Component
final class RecordsInDocument implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json.mapper().constructType(type.getType());
        Class<?> raw = java == null ? Object.class : java.getRawClass();
        if (Id.class.isAssignableFrom(raw)) {
            return new StringSchema().format("uuid");
        }
        if (raw == OrgPath.class) {
            return new StringSchema();
        }
        if (!chain.hasNext()) {
            return null;
        }
        if (!raw.isRecord()) {
            return chain.next().resolve(type, context, chain);
        }
        String name = name(java);
        type.setName(name);
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        Schema<?> model = context.getDefinedModels().getOrDefault(name, resolved);
        if (model != null && model.getProperties() != null) {
            List<String> required = Arrays.stream(raw.getRecordComponents()).filter(component -> !mayBeAbsent(component))
                    .map(RecordComponent::getName).filter(model.getProperties()::containsKey).sorted().toList();
            model.setRequired(required.isEmpty() ? null : required);
        }
        return resolved;
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        return component.getType() == Optional.class || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** {@code Row} in {@code UserList} is {@code UserListRow}; a page of them is {@code PageUserListRow}. */
    private static String name(JavaType type) {
        Class<?> raw = type.getRawClass();
        StringBuilder name = new StringBuilder(raw.getSimpleName());
        for (Class<?> outer = raw.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
            name.insert(0, outer.getSimpleName());
        }
        for (JavaType parameter : type.getBindings().getTypeParameters()) {
            name.append(name(parameter));
        }
        return name.toString();
    }
}
