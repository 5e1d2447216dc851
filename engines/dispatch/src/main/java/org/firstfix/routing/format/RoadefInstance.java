package org.firstfix.routing.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.firstfix.routing.team.TeamPlan;
import org.firstfix.routing.team.TeamProblem;
import org.firstfix.routing.team.TeamSolver;

/**
 * A folder of the ROADEF challenge of 2007: {@code instance}, {@code interv_list}, {@code tech_list}. The cost is 28 t1 + 14 t2 + 4 t3 + t4. In solutions
 * a route is a team: its vehicle is {@code day * 1000 + team}, its members are listed, and unassigned interventions are given to somebody else.
 */
public record RoadefInstance(TeamProblem problem) implements Instance {
    static final int DAY = 1000;
    private static final int DAY_LENGTH = 120;

    /** @param folder or one of the files in it */
    public static RoadefInstance read(Path folder) {
        List<String[]> head = words(folder.resolve("instance"));
        if (head.size() < 2 || head.get(1).length < 6) {
            throw new FormatException("the file \"instance\" must hold a heading and a line: name, domains, levels, technicians, interventions, budget.");
        }
        int domains = whole(head.get(1)[1]);
        int levels = whole(head.get(1)[2]);
        var technicians = words(folder.resolve("tech_list")).stream().skip(1).map(line -> technician(line, domains)).toArray(TeamProblem.Technician[]::new);
        var work = words(folder.resolve("interv_list")).stream().skip(1).map(line -> intervention(line, domains, levels))
                .toArray(TeamProblem.Intervention[]::new);
        if (technicians.length != whole(head.get(1)[3]) || work.length != whole(head.get(1)[4])) {
            throw new FormatException(technicians.length + " technicians and " + work.length + " interventions were found, "
                    + head.get(1)[3] + " and " + head.get(1)[4] + " are announced.");
        }
        return new RoadefInstance(new TeamProblem(DAY_LENGTH, whole(head.get(1)[5]), technicians, work));
    }

    private static List<String[]> words(Path file) {
        return Format.lines(file).stream().map(line -> line.replace("[", " [ ").replace("]", " ] ").strip()).filter(line -> !line.isEmpty())
                .map(line -> line.split("\\s+")).toList();
    }

    private static int whole(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new FormatException("\"" + word + "\" is no whole number.");
        }
    }

    private static TeamProblem.Technician technician(String[] line, int domains) {
        if (line.length < domains + 3) {
            throw new FormatException("technician " + line[0] + ": a number, " + domains + " levels and [ days off ] were expected.");
        }
        int[] skills = IntStream.range(0, domains).map(i -> whole(line[1 + i])).toArray();
        Set<Integer> away = new TreeSet<>();
        for (int i = domains + 2; i < line.length - 1; i++) {
            away.add(whole(line[i]));
        }
        return new TeamProblem.Technician(skills, away);
    }

    private static TeamProblem.Intervention intervention(String[] line, int domains, int levels) {
        int close = Arrays.asList(line).indexOf("]");
        if (close < 3 || line.length < close + 3 + domains * levels) {
            throw new FormatException("intervention " + line[0] + ": number, time, [ predecessors ], priority, cost and " + domains * levels
                    + " needs were expected.");
        }
        int[] predecessors = IntStream.range(3, close).map(i -> whole(line[i]) - 1).toArray();
        int[][] needs = new int[domains][levels];
        for (int i = 0; i < domains * levels; i++) {
            needs[i / levels][i % levels] = whole(line[close + 3 + i]);
        }
        int priority = whole(line[close + 1]);
        if (priority < 1 || priority > 4) {
            throw new FormatException("intervention " + line[0] + " has priority " + priority + "; there are 1 to 4.");
        }
        return new TeamProblem.Intervention(whole(line[1]), predecessors, priority, whole(line[close + 2]), needs);
    }

    @Override
    public String format() {
        return "roadef2007";
    }

    @Override
    public List<Objective> objectives() {
        return List.of(Objective.COST);
    }

    @Override
    public Solved solve(SolveRequest request) {
        TeamPlan plan = new TeamSolver(problem).solve(request.budget(), request.seed());
        List<Solution.Route> routes = new ArrayList<>();
        int day = 0;
        int team = 0;
        for (TeamPlan.Team formed : plan.teams()) {
            team = formed.day() == day ? team + 1 : 1;
            day = formed.day();
            routes.add(new Solution.Route(day * DAY + team, formed.work().stream().map(work -> work + 1).toList(),
                    formed.members().stream().map(member -> member + 1).toList()));
        }
        List<Integer> hired = plan.hired().stream().map(work -> work + 1).toList();
        double cost = check(new Solution(format(), Objective.COST, Double.NaN, routes, hired)).cost();
        return new Solved(new Solution(format(), Objective.COST, cost, routes, hired), plan.iterations());
    }

    @Override
    public Verdict check(Solution solution) {
        return RoadefCheck.check(this, solution);
    }
}
