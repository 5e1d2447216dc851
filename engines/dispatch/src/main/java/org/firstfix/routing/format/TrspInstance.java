package org.firstfix.routing.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firstfix.routing.technician.TechnicianProblem;
import org.firstfix.routing.technician.TechnicianSolver;

/**
 * A file of the technician routing and scheduling problem of Pillac, Guéret and Medaglia (2012). Euclidean travel in double precision; the cost is the
 * sum over technicians of return minus departure, the departure being as late as possible.
 *
 * @param depot where tools and parts lie
 * @param technicians ids 1 … n
 * @param requests ids n+1 …
 */
public record TrspInstance(Stop depot, List<Stop> technicians, List<Stop> requests) implements Instance {
    /** The search works on whole hundred-thousandths, rounded up: what fits there fits. */
    static final double FINE = 1e5;
    private static final Pattern LINE = Pattern.compile(
            "(\\d+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+\\[(.*?)]\\s*\\[(.*?)]\\s*\\[(.*?)]");
    private static final Pattern COUNTS = Pattern.compile("(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)");

    public TrspInstance {
        technicians = List.copyOf(technicians);
        requests = List.copyOf(requests);
    }

    /**
     * The depot, a technician's home or a request.
     *
     * @param skills that the technician has or the request needs
     * @param parts by kind, in the van or needed
     */
    public record Stop(int id, double x, double y, double ready, double due, double service, List<Integer> skills, List<Integer> tools, List<Integer> parts) {
        public Stop {
            skills = List.copyOf(skills);
            tools = List.copyOf(tools);
            parts = List.copyOf(parts);
        }
    }

    /** @throws FormatException if the lines are no such file */
    public static TrspInstance parse(List<String> lines) {
        int crew = -1;
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher counts = COUNTS.matcher(line);
            Matcher stop = LINE.matcher(line);
            if (crew < 0 && counts.matches()) {
                crew = Integer.parseInt(counts.group(1));
            } else if (stop.matches()) {
                stops.add(stop(stop, i + 1));
            }
        }
        if (crew < 1 || stops.size() < crew + 2) {
            throw new FormatException("no technician routing instance: " + Math.max(0, crew) + " technicians are announced, " + stops.size()
                    + " lines of the form \"id x y from until service [skills] [tools] [parts]\" were found.");
        }
        return new TrspInstance(stops.getFirst(), stops.subList(1, crew + 1), stops.subList(crew + 1, stops.size()));
    }

    private static Stop stop(Matcher match, int line) {
        try {
            return new Stop(Integer.parseInt(match.group(1)), Double.parseDouble(match.group(2)), Double.parseDouble(match.group(3)),
                    Double.parseDouble(match.group(4)), Double.parseDouble(match.group(5)), Double.parseDouble(match.group(6)), numbers(match.group(7)),
                    numbers(match.group(8)), numbers(match.group(9)));
        } catch (NumberFormatException e) {
            throw new FormatException("line " + line + ": " + e.getMessage() + " is no number.");
        }
    }

    private static List<Integer> numbers(String list) {
        return list.isBlank() ? List.of() : List.of(list.split(",")).stream().map(word -> Integer.parseInt(word.strip())).toList();
    }

    @Override
    public String format() {
        return "trsp";
    }

    @Override
    public List<Objective> objectives() {
        return List.of(Objective.DURATION);
    }

    @Override
    public Solved solve(SolveRequest request) {
        TechnicianSolver.Result result = new TechnicianSolver(problem(), FINE).solve(request.budget(), request.threads(), request.seed());
        List<Solution.Route> routes = new ArrayList<>();
        List<Integer> unassigned = new ArrayList<>(requests.stream().map(Stop::id).toList());
        for (int technician = 0; technician < technicians.size(); technician++) {
            List<Integer> visits = result.stops().get(technician).stream().map(stop -> stop < 0 ? depot.id() : requests.get(stop).id()).toList();
            if (!visits.isEmpty()) {
                routes.add(new Solution.Route(technicians.get(technician).id(), visits));
                unassigned.removeAll(visits);
            }
        }
        double cost = check(new Solution(format(), request.objective(), 0, routes, unassigned)).cost();
        return new Solved(new Solution(format(), request.objective(), cost, routes, unassigned), result.iterations());
    }

    /** The same as the search sees it. */
    public TechnicianProblem problem() {
        List<Stop> all = new ArrayList<>(List.of(depot));
        all.addAll(technicians);
        all.addAll(requests);
        int places = all.size();
        int[] travel = new int[places * places];
        for (int from = 0; from < places; from++) {
            for (int to = 0; to < places; to++) {
                double length = Math.hypot(all.get(from).x() - all.get(to).x(), all.get(from).y() - all.get(to).y());
                travel[from * places + to] = (int) Math.ceil(length * FINE - 1e-6);
            }
        }
        int skills = 1 + all.stream().flatMap(stop -> stop.skills().stream()).mapToInt(Integer::intValue).max().orElse(-1);
        int tools = 1 + all.stream().flatMap(stop -> stop.tools().stream()).mapToInt(Integer::intValue).max().orElse(-1);
        var crew = new TechnicianProblem.Technician[technicians.size()];
        for (int i = 0; i < crew.length; i++) {
            Stop home = technicians.get(i);
            crew[i] = TechnicianProblem.Technician.atHome(i + 1, up(home.ready()), down(home.due()), flags(home.skills(), skills),
                    flags(home.tools(), tools), home.parts().stream().mapToInt(Integer::intValue).toArray());
        }
        var work = new TechnicianProblem.Request[requests.size()];
        for (int i = 0; i < work.length; i++) {
            Stop request = requests.get(i);
            work[i] = new TechnicianProblem.Request(crew.length + 1 + i, up(request.ready()), down(request.due()), up(request.service()),
                    flags(request.skills(), skills), flags(request.tools(), tools), request.parts().stream().mapToInt(Integer::intValue).toArray());
        }
        return new TechnicianProblem(places, travel, crew, work, up(depot.ready()), down(depot.due()));
    }

    private static boolean[] flags(List<Integer> numbers, int size) {
        boolean[] flags = new boolean[size];
        numbers.forEach(number -> flags[number] = true);
        return flags;
    }

    static int up(double time) {
        return (int) Math.ceil(time * FINE - 1e-6);
    }

    static int down(double time) {
        return (int) Math.floor(time * FINE + 1e-6);
    }

    @Override
    public Verdict check(Solution solution) {
        return TrspCheck.check(this, solution);
    }
}
