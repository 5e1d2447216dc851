package org.firstfix.dispatch.query;

import static org.firstfix.schema.dispatch.Tables.APPOINTMENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.domain.DayMaterial;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.GroundMap;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** Where everything of the board is. What it is, and how it stands, the board says; both are joined by code and number. */
@Query
public class BoardMap {
    private final DayMaterials materials;
    private final DSLContext database;
    private final GroundMap ground;

    BoardMap(DayMaterials materials, DSLContext database, GroundMap ground) {
        this.materials = materials;
        this.database = database;
        this.ground = ground;
    }

    /** @param mapFile address of the operator's map, a PMTiles archive; none: the map is schematic */
    public record Places(List<EngineerPlaces> engineers, List<WorkPlace> work, Optional<String> mapFile) {}

    /**
     * @param home where the day begins; none if it is not known
     * @param lastArrival where the phone said that the engineer has arrived, the last time that day
     */
    public record EngineerPlaces(String code, Optional<Place> home, Optional<Arrival> lastArrival) {}

    public record Arrival(Place place, Instant at) {}

    /** @param number of a visit, or of open work; without those whose site has no place on the map */
    public record WorkPlace(String number, Place place) {}

    public Places show(DataScope scope, PlanArea area) {
        DayMaterial material = materials.of(scope, area);
        Map<UUID, Arrival> arrivals = arrivals(material);
        List<WorkPlace> work = new ArrayList<>();
        material.visits().forEach(visit -> visit.job().site().ifPresent(place -> work.add(new WorkPlace(visit.number(), place))));
        material.jobs().forEach(job -> job.site().ifPresent(place -> work.add(new WorkPlace(job.order().number(), place))));
        return new Places(material.engineers().stream().map(diary -> {
            Engineer engineer = diary.engineer();
            return new EngineerPlaces(engineer.code(), engineer.home(), Optional.ofNullable(arrivals.get(engineer.id().value())));
        }).toList(), work, ground.file().map(file -> "/api/v1/map-file?version=" + GroundMap.versionOf(file)));
    }

    private Map<UUID, Arrival> arrivals(DayMaterial material) {
        List<UUID> team = material.engineers().stream().map(diary -> diary.engineer().id().value()).toList();
        Map<UUID, Arrival> last = new HashMap<>();
        database.select(APPOINTMENT.ENGINEER_ID, APPOINTMENT.ARRIVED_AT, APPOINTMENT.ARRIVED_LATITUDE, APPOINTMENT.ARRIVED_LONGITUDE).from(APPOINTMENT)
                .where(APPOINTMENT.ENGINEER_ID.in(team)).and(DayMaterials.during(material.area().period()))
                .and(APPOINTMENT.ARRIVED_AT.isNotNull()).and(APPOINTMENT.ARRIVED_LATITUDE.isNotNull()).and(APPOINTMENT.ARRIVED_LONGITUDE.isNotNull())
                .orderBy(APPOINTMENT.ARRIVED_AT)
                .forEach(row -> last.put(row.value1(), new Arrival(new Place(row.value3(), row.value4()), row.value2())));
        return last;
    }
}
