package org.firstfix.benchmarks.dispatch.branch;

import java.util.List;
import java.util.Map;

/**
 * What a dispatcher knows at a moment.
 *
 * @param crew in the order of {@link BranchDay#staff}
 * @param waiting calls nobody is on the way to, in the order of arrival
 */
public record Situation(int now, BranchDay day, List<Member> crew, List<Waiting> waiting) {

    /**
     * @param place where he is or will be free
     * @param expected when he will be free; now if he is idle
     * @param van without what his present visit is known to take
     */
    public record Member(int number, int place, boolean idle, int expected, Map<String, Integer> van) {

        boolean has(Map<String, Integer> parts) {
            return parts.entrySet().stream().allMatch(part -> van.getOrDefault(part.getKey(), 0) >= part.getValue());
        }
    }

    /** @param known whether somebody was there and found the cause */
    public record Waiting(BranchDay.Call call, boolean known) {

        /** Parts it takes for certain. */
        Map<String, Integer> certain() {
            return known ? call.truth().parts() : Map.of();
        }

        int expectedSeconds() {
            return known ? call.truth().seconds() : call.expectedSeconds();
        }
    }

    /** Whether an idle engineer has the skills and can be home in time, as far as one knows. */
    boolean possible(Member member, Waiting waiting) {
        int back = now + way(member, waiting) + waiting.expectedSeconds() + day.travel()[waiting.call().place()][day.staff().get(member.number()).home()];
        return waiting.call().skills().entrySet().stream()
                .allMatch(skill -> day.staff().get(member.number()).skills().getOrDefault(skill.getKey(), 0) >= skill.getValue())
                && back <= BranchDay.ENDS + BranchDay.OVERTIME;
    }

    /** Seconds until work can begin, by way of the store where a part known to be needed is not in the van. */
    int way(Member member, Waiting waiting) {
        int to = waiting.call().place();
        return member.has(waiting.certain()) ? day.travel()[member.place()][to]
                : day.travel()[member.place()][0] + BranchDay.PICK_UP + day.travel()[0][to];
    }
}
