package org.firstfix.routing.team;

import java.util.ArrayList;
import java.util.List;

/**
 * How many people have a skill, for all skills at once: eight counters to a {@code long}, one for each domain and level that some intervention asks for.
 * The top bit of a counter stays free, so that one subtraction compares eight of them.
 */
final class SkillCounts {
    /** Most people that a counter holds. */
    static final int MOST = 127;
    private static final int PER_LONG = 8;
    private static final int BITS = 8;
    private static final long TOPS = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;

    /** Longs of one vector of counters. */
    final int words;
    /** Vectors one after the other: what an intervention needs, what a technician has (zeros and ones). */
    final long[] needs;
    final long[] has;

    SkillCounts(TeamProblem problem) {
        TeamProblem.Intervention[] work = problem.interventions();
        TeamProblem.Technician[] crew = problem.technicians();
        List<int[]> asked = asked(work);
        words = asked.size() / PER_LONG + 1;
        needs = new long[work.length * words];
        has = new long[crew.length * words];
        for (int counter = 0; counter < asked.size(); counter++) {
            int domain = asked.get(counter)[0];
            int level = asked.get(counter)[1];
            long one = 1L << (counter % PER_LONG * BITS);
            for (int i = 0; i < work.length; i++) {
                needs[i * words + counter / PER_LONG] |= one * work[i].needs()[domain][level];
            }
            for (int technician = 0; technician < crew.length; technician++) {
                has[technician * words + counter / PER_LONG] |= crew[technician].skills()[domain] > level ? one : 0;
            }
        }
        anybody(asked.size());
    }

    /** The last counter is for people of any skill: an intervention that asks for none still takes one. */
    private void anybody(int counter) {
        long one = 1L << (counter % PER_LONG * BITS);
        for (int i = words - 1; i < needs.length; i += words) {
            boolean none = true;
            for (int w = 0; w < words; w++) {
                none &= needs[i - w] == 0;
            }
            needs[i] |= none ? one : 0;
        }
        for (int technician = words - 1; technician < has.length; technician += words) {
            has[technician] |= one;
        }
    }

    private static List<int[]> asked(TeamProblem.Intervention[] work) {
        List<int[]> asked = new ArrayList<>();
        for (int domain = 0; work.length > 0 && domain < work[0].needs().length; domain++) {
            for (int level = 0; level < work[0].needs()[domain].length; level++) {
                int most = 0;
                for (TeamProblem.Intervention one : work) {
                    most = Math.max(most, one.needs()[domain][level]);
                }
                if (most > MOST) {
                    throw new IllegalArgumentException("an intervention needs " + most + " people in domain " + (domain + 1) + "; at most " + MOST
                            + " are possible.");
                }
                if (most > 0) {
                    asked.add(new int[] {domain, level});
                }
            }
        }
        return asked;
    }

    boolean covers(long[] have, int at, long[] need, int needAt) {
        for (int w = 0; w < words; w++) {
            if ((((have[at + w] | TOPS) - need[needAt + w]) & TOPS) != TOPS) {
                return false;
            }
        }
        return true;
    }

    /** Raises the counters of {@code into} to at least those of {@code from}. */
    void raise(long[] into, int at, long[] from, int fromAt) {
        for (int w = 0; w < words; w++) {
            long mask = full(((into[at + w] | TOPS) - from[fromAt + w]) & TOPS);
            into[at + w] = into[at + w] & mask | from[fromAt + w] & ~mask;
        }
    }

    /** Fills {@code missing} with what {@code need} has beyond {@code have}. @return whether anything is missing */
    boolean missing(long[] need, int needAt, long[] have, int at, long[] missing) {
        long any = 0;
        for (int w = 0; w < words; w++) {
            long over = (need[needAt + w] | TOPS) - have[at + w];
            missing[w] = over & full(over & TOPS);
            any |= missing[w];
        }
        return any != 0;
    }

    /** @return how many of the missing counters the technician lowers */
    int gain(long[] missing, int technician) {
        int gain = 0;
        for (int w = 0; w < words; w++) {
            gain += Long.bitCount(open(missing[w]) & has[technician * words + w]);
        }
        return gain;
    }

    /** Lowers the missing counters by what the technician has. @return whether anything is still missing */
    boolean lower(long[] missing, int technician) {
        long any = 0;
        for (int w = 0; w < words; w++) {
            missing[w] -= open(missing[w]) & has[technician * words + w];
            any |= missing[w];
        }
        return any != 0;
    }

    /** The low bit of every counter that is above zero. */
    private static long open(long counters) {
        return ((counters + (TOPS - ONES)) & TOPS) >>> (BITS - 1);
    }

    /** Seven ones in every counter whose top bit is set. */
    private static long full(long tops) {
        return tops - (tops >>> (BITS - 1));
    }

    /** How many counters two interventions both need. */
    int inCommon(int one, int other) {
        int both = 0;
        for (int w = 0; w < words; w++) {
            both += Long.bitCount(open(needs[one * words + w]) & open(needs[other * words + w]));
        }
        return both;
    }

    void add(long[] have, int at, int technician) {
        for (int w = 0; w < words; w++) {
            have[at + w] += has[technician * words + w];
        }
    }

    void subtract(long[] have, int at, int technician) {
        for (int w = 0; w < words; w++) {
            have[at + w] -= has[technician * words + w];
        }
    }
}
