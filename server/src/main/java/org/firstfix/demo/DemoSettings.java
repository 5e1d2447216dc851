package org.firstfix.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How large the demo organisation is and what its chances come from.
 *
 * @param scale 1 for 200 customers and 2,000 machines; less for tests
 * @param months of history before today
 */
@ConfigurationProperties("firstfix.demo")
public record DemoSettings(@DefaultValue("20261") long seed, @DefaultValue("1") double scale, @DefaultValue("24") int months,
        @DefaultValue("450") int cases) {
    /** A number at full size, as it is at this scale; never less than {@code least}. */
    public int scaled(int full, int least) {
        return Math.max(least, (int) Math.round(full * scale));
    }
}
