package org.firstfix.platform.statistics;

/**
 * What a counted share may really be: its 95 % interval, which holds for few counts and for shares near 0 and 1 too.
 *
 * @param low 0 to 1, and {@code high} likewise
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">E. B. Wilson: Probable Inference, the Law of Succession, and Statistical
 *     Inference. Journal of the American Statistical Association 22 (1927), 209-212</a>
 */
public record WilsonInterval(double low, double high) {
    private static final double Z = 1.959963984540054;

    /**
     * @param share that was counted, 0 to 1
     * @param count of what it is a share; may be an equivalent number for a mixture of groups. Of nothing, everything may be: 0 to 1
     */
    public static WilsonInterval of(double share, double count) {
        if (count == 0) {
            return new WilsonInterval(0, 1);
        }
        double square = Z * Z / count;
        double centre = share + square / 2;
        double spread = Z * Math.sqrt(share * (1 - share) / count + square / (4 * count));
        return new WilsonInterval(Math.clamp((centre - spread) / (1 + square), 0, 1), Math.clamp((centre + spread) / (1 + square), 0, 1));
    }
}
