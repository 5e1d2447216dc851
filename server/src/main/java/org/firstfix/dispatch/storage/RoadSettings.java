package org.firstfix.dispatch.storage;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Roads for travel times.
 *
 * @param mapFile OpenStreetMap extract of the region, {@code .osm.pbf} or {@code .osm}; empty: no roads
 */
@ConfigurationProperties("firstfix.travel")
record RoadSettings(@DefaultValue("") String mapFile) {}
