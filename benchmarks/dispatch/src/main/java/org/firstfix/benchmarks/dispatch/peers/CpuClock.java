package org.firstfix.benchmarks.dispatch.peers;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * CPU time of this whole process, compiler and collector included, since the object was made: what a library has really used, on a machine that others use
 * too. A thread reads it every few milliseconds, so that asking costs nothing.
 */
public final class CpuClock {
    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final long began = PROCESS.getProcessCpuTime();
    private final long budget;
    private final List<Runnable> atEnd = new ArrayList<>();
    private volatile long used;

    /** @param seconds after which the clock is {@link #over} */
    public CpuClock(double seconds) {
        budget = Math.round(seconds * 1e9);
        Thread.ofPlatform().daemon().name("cpu-clock").start(this::run);
    }

    private void run() {
        // Goes on after the end: who measures spans with it must not wait for a clock that stands.
        while (true) {
            used = PROCESS.getProcessCpuTime() - began;
            if (over()) {
                stopAll();
            }
            try {
                Thread.sleep(4);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void stopAll() {
        synchronized (atEnd) {
            atEnd.forEach(Runnable::run);
            atEnd.clear();
        }
    }

    /** For libraries that are stopped from outside. */
    void atEnd(Runnable stop) {
        synchronized (atEnd) {
            atEnd.add(stop);
        }
    }

    /** Nanoseconds, a few milliseconds old. */
    long used() {
        return used;
    }

    boolean over() {
        return used >= budget;
    }

    /** Share of the budget that is used. */
    double share() {
        return (double) used / budget;
    }

    /** Read afresh. */
    public double seconds() {
        return (PROCESS.getProcessCpuTime() - began) / 1e9;
    }

    long budget() {
        return budget;
    }
}
