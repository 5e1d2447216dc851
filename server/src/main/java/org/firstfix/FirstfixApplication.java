package org.firstfix;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. Settings and their defaults stand in {@code application.yaml}. */
@SpringBootApplication
public class FirstfixApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(FirstfixApplication.class, arguments);
    }
}
