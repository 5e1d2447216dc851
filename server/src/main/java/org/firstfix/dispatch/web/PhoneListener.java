package org.firstfix.dispatch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.firstfix.dispatch.domain.Phones;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The field pages name their device with every request; that it spoke is all that is kept. */
@Configuration
class PhoneListener implements WebMvcConfigurer, HandlerInterceptor {
    static final String DEVICE = "Firstfix-Device";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final Logger LOG = LoggerFactory.getLogger(PhoneListener.class);

    private final Phones phones;

    PhoneListener(Phones phones) {
        this.phones = phones;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String device = request.getHeader(DEVICE);
        if (device != null && NAME.matcher(device).matches()) {
            Actors.find().flatMap(Actor::personId).ifPresent(person -> {
                try {
                    phones.heard(person, device);
                } catch (RuntimeException e) {
                    // Nobody's work may fail because it could not be noted that he works.
                    LOG.warn("Could not note that the phone of {} was heard of: {}", person.value(), e.getMessage());
                }
            });
        }
        return true;
    }
}
