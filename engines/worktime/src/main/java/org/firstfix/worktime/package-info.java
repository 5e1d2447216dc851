/**
 * Business time: opening hours, deadlines, elapsed time, and the reasons.
 *
 * {@snippet :
 * WorkCalendar office = WorkCalendar.named("Office hours Shanghai").version("2026-1")
 *         .zone(ZoneId.of("Asia/Shanghai"))
 *         .hours(MONDAY, FRIDAY, DayHours.of("09:00-12:00", "13:00-18:00"))
 *         .officialDays(new OfficialDays("China", holidays, makeUpDays, Set.of(2026)))
 *         .contractException(LocalDate.parse("2026-12-31"), DayHours.CLOSED, "stocktaking")
 *         .build();
 * WorkTime time = WorkTime.on(office);   // keep it: it caches what it computes
 *
 * Pauses pauses = Pauses.of(Pause.since(Instant.parse("2026-03-02T03:00:00Z"), "waiting for the customer"));
 * switch (time.deadline(reported, Duration.ofHours(8), pauses)) {
 *     case Deadline.At(Instant at, Set<Integer> unconfirmedYears) -> showDue(at, unconfirmedYears);
 *     case Deadline.Suspended(Duration remaining, Instant since) -> showWaiting(remaining, since);
 * }
 * List<Segment> why = time.explain(reported, now, pauses);
 * }
 *
 * <p>The rules:
 * <ol>
 *   <li>An instant is open if its wall time lies in a half-open interval of its date. Intervals may end at 24:00 or run past midnight; then they belong
 *       to the date they start on.
 *   <li>Time is real elapsed time: a date on which clocks change has 23, 25 or 24.5 hours.
 *   <li>A deadline is the earliest instant at which the target has passed.
 *   <li>Pauses are sets of instants; outside opening hours they change nothing.
 *   <li>Contract exception, special date, official make-up day or holiday, weekly pattern: the first that speaks about a date decides it.
 *   <li>An interval belongs to the calendar version of the date it starts on. A year whose official days are unknown is reported, not guessed silently.
 *   <li>Deadline and elapsed time are the same walk over the same intervals: {@code elapsed(s, deadline(s, t)) = t}.
 *   <li>A boundary that clocks jump over moves to the jump; of a wall time that comes twice the first counts.
 *       More than 400 days without open time are an error.
 * </ol>
 */
package org.firstfix.worktime;
