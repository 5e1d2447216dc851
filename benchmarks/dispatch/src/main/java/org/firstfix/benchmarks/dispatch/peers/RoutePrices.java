package org.firstfix.benchmarks.dispatch.peers;

/**
 * The price of each vehicle's route and their sum, kept up to date route by route: an incremental score for the libraries that want one. The number after
 * the last vehicle stands for nobody: its jobs are left undone.
 */
final class RoutePrices {
    private final RoutingTask task;
    private final long[] hardOf;
    private final long[] moneyOf;
    private final long[] travelOf;
    private long hard;
    private long money;
    private long travel;

    RoutePrices(RoutingTask task) {
        this.task = task;
        hardOf = new long[task.vehicles().size() + 1];
        moneyOf = new long[hardOf.length];
        travelOf = new long[hardOf.length];
    }

    /** Units of time too late, of load too much, and a large number for each job that does not suit the vehicle. */
    long hard() {
        return hard;
    }

    /** Cents of lateness and of work left undone. */
    long money() {
        return money;
    }

    long travel() {
        return travel;
    }

    void set(int vehicle, int[] jobs, int length) {
        hard -= hardOf[vehicle];
        money -= moneyOf[vehicle];
        travel -= travelOf[vehicle];
        if (vehicle == task.vehicles().size()) {
            leave(jobs, length);
        } else {
            drive(task.vehicles().get(vehicle), jobs, length);
        }
        hard += hardOf[vehicle];
        money += moneyOf[vehicle];
        travel += travelOf[vehicle];
    }

    private void leave(int[] jobs, int length) {
        long cents = 0;
        for (int i = 0; i < length; i++) {
            cents += Math.max(1, task.jobs().get(jobs[i]).undoneCents());
        }
        moneyOf[task.vehicles().size()] = cents;
    }

    private void drive(RoutingTask.Vehicle vehicle, int[] jobs, int length) {
        long broken = 0;
        long late = 0;
        long road = 0;
        long load = 0;
        int now = vehicle.begins();
        int at = vehicle.from();
        for (int i = 0; i < length; i++) {
            RoutingTask.Job job = task.jobs().get(jobs[i]);
            int leg = task.travel()[at][job.place()];
            road += leg;
            now = start(job, now + leg);
            broken += Math.max(0, now - job.latest()) + (task.suits()[jobs[i]][vehicle.number()] ? 0 : 100_000);
            late += now <= job.due() ? 0 : Math.ceilDiv((long) now - job.due(), 60L) * job.lateCentsPerMinute();
            now += job.service();
            load += job.demand();
            at = job.place();
        }
        int home = length == 0 ? 0 : task.travel()[at][vehicle.to()];
        hardOf[vehicle.number()] = broken + Math.max(0, now + home - vehicle.ends()) + Math.max(0, load - vehicle.capacity());
        moneyOf[vehicle.number()] = late;
        travelOf[vehicle.number()] = road + home;
    }

    /** When service begins after an arrival; too late if no window is left. */
    static int start(RoutingTask.Job job, int arrival) {
        for (RoutingTask.Window window : job.windows()) {
            if (arrival <= window.to()) {
                return Math.max(arrival, window.from());
            }
        }
        return arrival;
    }
}
