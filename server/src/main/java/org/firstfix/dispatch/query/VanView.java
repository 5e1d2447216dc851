package org.firstfix.dispatch.query;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.PartSummary;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.Vans;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;

/** What one engineer carries. */
@Query
public class VanView {
    private final Engineers engineers;
    private final Vans vans;
    private final AssetApi assets;

    VanView(Engineers engineers, Vans vans, AssetApi assets) {
        this.engineers = engineers;
        this.vans = vans;
        this.assets = assets;
    }

    public record Line(String number, String nameZh, String nameEn, String kind, int quantity) {}

    /** @param actions MAINTAIN, if the caller may */
    public record View(String code, int version, List<Line> parts, List<String> actions) {}

    /** @throws Problem 404 if there is no such engineer */
    public View show(String code) {
        Vans.Van van = vans.of(engineers.get(code).id());
        Map<String, PartSummary> names = van.parts().isEmpty() ? Map.of() : assets.parts(van.parts().keySet());
        return new View(code, van.version(), van.parts().entrySet().stream().map(part -> {
            PartSummary known = names.get(part.getKey());
            return new Line(part.getKey(), known.nameZh(), known.nameEn(), known.kind(), part.getValue());
        }).sorted(Comparator.comparing(Line::kind).thenComparing(Line::number)).toList(),
                Actors.current().may("engineer.maintain") ? List.of("MAINTAIN") : List.of());
    }
}
