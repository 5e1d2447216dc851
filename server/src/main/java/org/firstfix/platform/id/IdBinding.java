package org.firstfix.platform.id;

import java.lang.reflect.InvocationTargetException;
import java.util.UUID;
import org.firstfix.platform.scope.OrgPath;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.module.SimpleModule;

/** Teaches JSON and request paths that a typed id is written as its bare UUID and an organisation path as text. */
public final class IdBinding {
    private IdBinding() {}

    /** Makes the id of the given type; a text that is no UUID is the caller's mistake. */
    public static <T> T parse(Class<T> type, String text) {
        try {
            UUID value = UUID.fromString(text);
            return type.getConstructor(UUID.class).newInstance(value);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(type + " is an Id without a constructor of one UUID", e);
        }
    }

    @Component
    static final class FromPath implements ConverterFactory<String, Id> {
        @Override
        public <T extends Id> Converter<String, T> getConverter(Class<T> type) {
            return text -> parse(type, text);
        }
    }

    @Component
    static final class InJson extends SimpleModule {
        private static final long serialVersionUID = 1;

        InJson() {
            super("typed ids");
            addSerializer(Id.class, new ValueSerializer<>() {
                @Override
                public void serialize(Id id, JsonGenerator json, SerializationContext context) {
                    json.writeString(id.value().toString());
                }
            });
            addSerializer(OrgPath.class, new ValueSerializer<>() {
                @Override
                public void serialize(OrgPath path, JsonGenerator json, SerializationContext context) {
                    json.writeString(path.value());
                }
            });
            addKeySerializer(Id.class, new ValueSerializer<>() {
                @Override
                public void serialize(Id id, JsonGenerator json, SerializationContext context) {
                    json.writeName(id.value().toString());
                }
            });
            setDeserializerModifier(new ValueDeserializerModifier() {
                private static final long serialVersionUID = 1;

                @Override
                public ValueDeserializer<?> modifyDeserializer(DeserializationConfig config,
                        BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
                    Class<?> type = description.getBeanClass();
                    return Id.class.isAssignableFrom(type) && type.isRecord() ? new Reader(type) : deserializer;
                }
            });
        }
    }

    private static final class Reader extends ValueDeserializer<Object> {
        private final Class<?> type;

        Reader(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            String text = json.getValueAsString();
            try {
                return parse(type, text);
            } catch (IllegalArgumentException e) {
                return context.handleWeirdStringValue(type, text, "not a UUID");
            }
        }
    }
}
