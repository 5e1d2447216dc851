package org.firstfix.dispatch.storage;

import java.nio.file.Path;
import java.util.Optional;
import org.firstfix.dispatch.domain.GroundMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class GroundMapConfiguration {
    @Bean
    GroundMap groundMap(@Value("${firstfix.map-file:}") String file) {
        return new GroundMap(file.isBlank() ? Optional.empty() : Optional.of(PmtilesArchive.checked(Path.of(file.strip()))));
    }
}
