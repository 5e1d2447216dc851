package org.firstfix.dispatch.domain;

/** A square of about 500 m: places in it are the same for the measured way. Columns are narrower in degrees towards the equator. */
public record Cell(int row, int column) {
    private static final double KILOMETRES = 0.5;
    private static final double KILOMETRES_PER_DEGREE = 111.2;

    public static Cell of(Place place) {
        int row = (int) Math.floor(place.latitude() * KILOMETRES_PER_DEGREE / KILOMETRES);
        double middle = (row + 0.5) * KILOMETRES / KILOMETRES_PER_DEGREE;
        double width = KILOMETRES_PER_DEGREE * Math.max(0.01, Math.cos(Math.toRadians(middle)));
        return new Cell(row, (int) Math.floor(place.longitude() * width / KILOMETRES));
    }
}
