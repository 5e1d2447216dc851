package org.firstfix.platform.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;

/** The OpenAPI document: made from the controllers, with the permission of every endpoint in {@code x-permission}. */
@Configuration
class OpenApiConfiguration {
    /** The same document whatever machine made it, and however often: without a server of ours, the address of whoever asks is put in. */
    @Bean
    OpenAPI openApi() {
        return new OpenAPI().servers(List.of(new Server().url("/"))).info(new Info().title("Firstfix").version("v1")
                .description("Lists answer {items, nextCursor}; problems follow RFC 9457 with a code and a hint;"
                        + " changes need If-Match; every POST takes an Idempotency-Key."));
    }

    @Bean
    OperationCustomizer permissionsInDocument() {
        return (operation, method) -> {
            EndpointAccess.of(method.getMethod()).ifPresent(access -> operation.addExtension("x-permission", switch (access) {
                case EndpointAccess.Anyone() -> "anyone";
                case EndpointAccess.SignedIn() -> Reads.SIGNED_IN;
                case EndpointAccess.With(String permission) -> permission;
            }));
            if (method.hasMethodAnnotation(PostMapping.class)) {
                operation.addParametersItem(new HeaderParameter().name("Idempotency-Key").required(false)
                        .schema(new StringSchema().maxLength(200)));
            }
            return operation;
        };
    }
}
