package org.firstfix.platform.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.scope.OrgPath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the OpenAPI document what the types already say: a typed id is a bare UUID, an organisation path a text; a
 * component of a record is always there, unless it is Optional or nullable; then it may be null. The typed client would
 * otherwise doubt every field.
 */
@Component
final class CompleteRecords implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        JavaType java = Json31.mapper().constructType(type.getType());
        if (java != null && Id.class.isAssignableFrom(java.getRawClass())) {
            return new JsonSchema().typesItem("string").format("uuid");
        }
        if (java != null && java.getRawClass() == OrgPath.class) {
            return new JsonSchema().typesItem("string");
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        if (resolved == null || java == null || !java.getRawClass().isRecord()) {
            return resolved;
        }
        Schema<?> model = resolved;
        if (resolved.get$ref() != null) {
            model = context.getDefinedModels().get(resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1));
        }
        if (model != null && model.getProperties() != null) {
            for (RecordComponent component : java.getRawClass().getRecordComponents()) {
                complete(model, component);
            }
        }
        return resolved;
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void complete(Schema model, RecordComponent component) {
        Schema property = (Schema) model.getProperties().get(component.getName());
        if (property == null) {
            return;
        }
        boolean nullable = component.getType() == Optional.class
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (!nullable) {
            if (model.getRequired() == null || !model.getRequired().contains(component.getName())) {
                model.addRequiredItem(component.getName());
            }
        } else if (property.get$ref() != null) {
            model.getProperties().put(component.getName(),
                    new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of("null")))));
        } else if (property.getTypes() != null) {
            property.addType("null");
        }
    }
}
