package org.firstfix.dispatch.usecase;

import org.firstfix.dispatch.domain.TravelledLegs;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** The same as {@link FitTravelAnew} for every branch, without anybody asking; legs nobody wrote down are written first. */
@Component
public class TravelNight {
    private final Work work;
    private final TravelledLegs legs;
    private final LegBook book;
    private final FitTravelAnew fit;

    TravelNight(Work work, TravelledLegs legs, LegBook book, FitTravelAnew fit) {
        this.work = work;
        this.legs = legs;
        this.book = book;
        this.fit = fit;
    }

    public void pass() {
        work.asTheHouse("travel times at night", () -> {
            book.catchUp();
        });
        work.asTheHouse("travel times at night", legs::branches)
                .forEach(branch -> work.asTheHouse("travel times at night", () -> fit.learn(branch)));
    }
}
