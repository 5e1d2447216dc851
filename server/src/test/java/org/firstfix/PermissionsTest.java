package org.firstfix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.firstfix.organization.usecase.DefineCustomRole;
import org.firstfix.platform.web.EndpointAccess;
import org.firstfix.platform.work.Permission;
import org.firstfix.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every permission that is asked for somewhere is granted to some role, and every endpoint asks for something. */
@ServerTest
class PermissionsTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void everyUseCaseAsksForAPermissionThatSomebodyHas() {
        Set<String> unknown = new TreeSet<>();
        context.getBeansWithAnnotation(Permission.class).values().forEach(useCase -> {
            String permission = useCase.getClass().getAnnotation(Permission.class).value();
            if (!permission.equals(Permission.SIGNED_IN) && !DefineCustomRole.knownPermissions().contains(permission)) {
                unknown.add(permission + " of " + useCase.getClass().getSimpleName());
            }
        });
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyEndpointSaysWhatItAsksFor() {
        Set<String> silent = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().values().stream()
                .filter(method -> method.getBeanType().getName().startsWith("org.firstfix."))
                .forEach(method -> EndpointAccess.of(method.getMethod()).ifPresentOrElse(access -> {
                    if (access instanceof EndpointAccess.With(String permission)
                            && !DefineCustomRole.knownPermissions().contains(permission)) {
                        unknown.add(permission + " at " + method);
                    }
                }, () -> silent.add(method.toString())));
        assertThat(silent).isEmpty();
        assertThat(unknown).isEmpty();
    }
}
