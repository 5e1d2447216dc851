package org.firstfix.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration
@EnableConfigurationProperties(DemoSettings.class)
class DemoConfiguration {
    private static final int QUICK = 5;

    /** Everybody knows the password of a demo: hashing it for long would guard nothing and delay the first start. */
    @Bean
    @Primary
    @ConditionalOnProperty(name = "firstfix.mode", havingValue = "demo")
    PasswordEncoder demoPasswordEncoder() {
        return new BCryptPasswordEncoder(QUICK);
    }
}
