package org.firstfix.dispatch.storage;

import java.nio.file.Path;
import org.firstfix.dispatch.domain.RoadNetwork;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(RoadSettings.class)
class RoadConfiguration {
    /** Without a map nothing of GraphHopper is loaded. */
    @Bean
    RoadNetwork roadNetwork(RoadSettings settings) {
        return settings.mapFile().isBlank() ? RoadNetwork.NONE : GraphHopperRoads.of(Path.of(settings.mapFile().strip()));
    }
}
