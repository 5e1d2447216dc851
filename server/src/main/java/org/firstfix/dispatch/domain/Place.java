package org.firstfix.dispatch.domain;

/** Degrees WGS-84. */
public record Place(double latitude, double longitude) {
    static final double EARTH_KM = 6371.0088;

    /** Along the great circle, in kilometres: the shortest way there can be, roads are longer. */
    public double kilometresTo(Place other) {
        double lat1 = Math.toRadians(latitude);
        double lat2 = Math.toRadians(other.latitude);
        double dLat = lat2 - lat1;
        double dLon = Math.toRadians(other.longitude - longitude);
        double h = Math.pow(Math.sin(dLat / 2), 2) + Math.cos(lat1) * Math.cos(lat2) * Math.pow(Math.sin(dLon / 2), 2);
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
