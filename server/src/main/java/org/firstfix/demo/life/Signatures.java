package org.firstfix.demo.life;

import java.util.ArrayList;
import java.util.List;
import org.firstfix.demo.scenery.Dice;

/** The strokes somebody signs with: always the same hand for the same name. */
final class Signatures {
    /** So many hands are told apart; more would only be more files. */
    private static final int HANDS = 24;

    private Signatures() {}

    static List<List<Integer>> of(String name) {
        Dice hand = new Dice(Math.floorMod(name.hashCode(), HANDS));
        List<List<Integer>> lines = new ArrayList<>();
        int x = hand.between(60, 110);
        for (int line = 0; line < hand.between(3, 5); line++) {
            List<Integer> points = new ArrayList<>();
            int y = hand.between(70, 120);
            for (int point = 0; point < hand.between(9, 16); point++) {
                x = Math.min(580, x + hand.between(-6, 22));
                y = Math.clamp(y + hand.between(-28, 28), 20, 180);
                points.add(x);
                points.add(y);
            }
            lines.add(points);
            x = Math.min(540, x + hand.between(4, 18));
        }
        return lines;
    }
}
