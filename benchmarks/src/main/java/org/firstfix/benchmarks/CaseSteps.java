package org.firstfix.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.firstfix.benchmarks.BulkData.Step;

/** The statements that make years of cases, in stages; the steps of one stage do not need each other. */
final class CaseSteps {
    private CaseSteps() {}

    static List<List<Step>> stages(int cases) {
        int halves = cases / 2;
        List<Step> small = new ArrayList<>(List.of(
                new Step("cases", SERVICE_CASES), new Step("clocks", CLOCKS), new Step("milestones", MILESTONES),
                new Step("pauses", PAUSES), new Step("clock entries", CLOCK_ENTRIES), new Step("diagnoses", DIAGNOSES),
                new Step("causes counted", CAUSE_COUNTS), new Step("conversations", INTERACTIONS), new Step("service files", SERVICE_FILE),
                new Step("likely causes", LIKELY_CAUSES), new Step("parts carried", CARRIED_PARTS), new Step("predictions", PREDICTIONS),
                new Step("outcomes", OUTCOMES), new Step("true causes", TRUE_CAUSES), new Step("service reports", SERVICE_REPORTS),
                new Step("parts used", PART_MOVEMENTS), new Step("calls", PHONE_CALLS), new Step("messages", INBOX),
                new Step("promises", PROMISES), new Step("notes", NOTES), new Step("work orders", WORK_ORDERS), new Step("lines of work orders", WORK_ORDER_LINES),
                new Step("check lists", CHECKLISTS), new Step("appointments", APPOINTMENTS), new Step("search entries of cases", SEARCH_CASES),
                new Step("search entries of work orders", SEARCH_WORK_ORDERS), new Step("search entries of visits", SEARCH_VISITS),
                new Step("numbers", NUMBERS.formatted(cases, cases, cases))));
        List<Step> later = List.of(new Step("seats", SEATS), new Step("journal, first half", JOURNAL.formatted("<= " + halves)),
                new Step("journal, second half", JOURNAL.formatted("> " + halves)));
        return List.of(List.of(new Step("reports", REPORTS.formatted(cases))),
                List.of(new Step("histories", HISTORIES)), small, later);
    }

    /**
     * Chance comes from a hash of the number, so that a run can be repeated. Machines differ in how often they fail, some
     * symptoms are frequent. What is open lies in the last twelve days.
     */
    private static final String REPORTS = """
            create unlogged table bulk.report as
            with size as (select %d n, (select count(*) from bulk.asset) assets),
              chance as (select c, size.n total, size.assets,
                (hashint4extended(c, 1) & 1048575) / 1048576.0 r1, (hashint4extended(c, 2) & 1048575) / 1048576.0 r2,
                (hashint4extended(c, 3) & 1048575) / 1048576.0 r3, (hashint4extended(c, 4) & 1048575) / 1048576.0 r4,
                (hashint4extended(c, 5) & 1048575) / 1048576.0 r5, (hashint4extended(c, 6) & 1048575) / 1048576.0 r6,
                (hashint4extended(c, 7) & 1048575) / 1048576.0 r7
                from size, generate_series(1, size.n) c)
            select c, r2, r3, r7, floor(assets * power(r6, 1.5))::integer machine,
              date_trunc('milliseconds', now() - make_interval(secs => ((total - c + r1) / total * 4 * 365.25 * 86400)::double precision)) reported_at,
              c > total * 0.988 and r2 < 0.667 as open,
              case when r4 < 0.05 then 'P1' when r4 < 0.25 then 'P2' when r4 < 0.75 then 'P3' else 'P4' end priority,
              (array['storage.disk-amber', 'power.no-display', 'memory.error', 'system.blue-screen', 'storage.raid-self-test', 'board.error',
                'power.no-power', 'storage.disk-not-detected', 'cooling.fan-noise', 'system.restart', 'power.supply-alarm',
                'network.link-down', 'cooling.overheat'])[1 + floor(13 * r5 * r5)::integer] symptom
            from chance""";

    private static final String HISTORIES = """
            create unlogged table bulk.history as
            with people as (select u.org_path, array_agg(a.id order by a.id) users from organization.person u
                join organization.user_account a on a.person_id = u.id
                join organization.role_assignment r on r.user_id = a.id and r.role in ('AGENT', 'TECHNICAL_SUPPORT', 'DISPATCHER')
                group by u.org_path),
              field as (select org_path, array_agg(id order by id) engineers from dispatch.engineer group by org_path),
              state as (select r.*, case
                  when open then case when r3 < 0.3 then 'RECEIVED' when r3 < 0.7 then 'RELEASED' when r3 < 0.8 then 'WAITING_FOR_CUSTOMER'
                    when r3 < 0.85 then 'WITH_VENDOR' when r3 < 0.95 then 'WORK_DONE' else 'RESOLVED_REMOTELY' end
                  when r3 < 0.97 then 'CLOSED' else 'CANCELLED' end status
                from bulk.report r)
            select s.c, s.reported_at, s.open, s.status, s.priority, s.symptom, s.r7,
              uuidv7(s.reported_at - now()) id, uuidv7(s.reported_at - now()) clock_id, uuidv7(s.reported_at - now()) diagnosis_id, uuidv7(s.reported_at - now()) visit_id,
              'C-' || extract(year from s.reported_at) || '-' || to_char(s.c + 1000, 'FM9999000000') number,
              case s.priority when 'P1' then 'STOPPED' when 'P2' then 'DEGRADED' when 'P3' then 'REDUNDANCY_LOST' else 'NONE' end impact,
              case s.priority when 'P1' then 'HIGH' when 'P2' then 'HIGH' when 'P3' then 'MEDIUM' else 'LOW' end urgency,
              y.name_zh || '，' || a.model || ' 服务器' subject,
              a.id asset_id, a.account_id, a.account_name, a.site_id, a.contact_id, a.model, a.family, a.org_path, a.coverage, a.line_id,
              s.reported_at + make_interval(mins => 5 + (s.r7 * 90)::integer) responded_at,
              case when s.open then null else s.reported_at + make_interval(mins => 90 + (s.r7 * s.r7 * 6000)::integer) end closed_at,
              case when s.status = 'RECEIVED' and s.r2 < 0.3 then null else p.users[1 + s.c %% cardinality(p.users)] end owner_id,
              case when (s.status = 'CLOSED' and s.r2 < 0.61) or s.status in ('RELEASED', 'WITH_VENDOR', 'WORK_DONE') then uuidv7(s.reported_at - now()) end work_order_id,
              case when s.status = 'RELEASED' and s.r2 < 0.33 then null else f.engineers[1 + s.c %% cardinality(f.engineers)] end engineer_id
            from state s join bulk.asset a on a.i = s.machine join cases.symptom y on y.code = s.symptom
            join people p on p.org_path = a.org_path join field f on f.org_path = a.org_path""".replace("%%", "%");

    /** When each milestone is due: round the clock for 7x24, stretched over nights and weekends for 5x9. */
    private static final String DUE = """
            h.reported_at + make_interval(mins => (t.minutes * case when h.coverage = '5x9' then 3.7 else 1 end)::integer)""";

    private static final String SERVICE_CASES = """
            insert into cases.service_case (id, number, status, channel, subject, description, symptom_code, account_id, site_id, contact_id,
              asset_id, model_code, family, impact, urgency, priority, coverage_code, contract_line_id, reported_at, entered_at, owner_user_id,
              due_at, at_risk, responded_at, waiting_since, waiting_from, waiting_reason, resolution, closed_at, org_path)
            select h.id, h.number, h.status, 'PHONE', h.subject, h.subject || '。客户来电报修。', h.symptom, h.account_id, h.site_id, h.contact_id,
              h.asset_id, h.model, h.family, h.impact, h.urgency, h.priority, h.coverage, h.line_id, h.reported_at, h.reported_at, h.owner_id,
              due.at, coalesce(due.at < now() + interval '1 hour', false),
              case when h.status <> 'RECEIVED' then h.responded_at end,
              case when h.status = 'WAITING_FOR_CUSTOMER' then h.responded_at end, case when h.status = 'WAITING_FOR_CUSTOMER' then 'RECEIVED' end,
              case when h.status = 'WAITING_FOR_CUSTOMER' then '等客户停机窗口' else '' end,
              case when h.status in ('CLOSED', 'WORK_DONE', 'RESOLVED_REMOTELY') then '更换故障部件，自检通过。' else '' end, h.closed_at, h.org_path
            from bulk.history h
            left join lateral (select case when h.status in ('RECEIVED', 'RELEASED', 'WITH_VENDOR') then h.reported_at + make_interval(mins =>
                (t.minutes * case when h.coverage = '5x9' then 3.7 else 1 end)::integer) end at
              from contract.coverage_target t where t.coverage_code = h.coverage and t.priority = h.priority
                and t.milestone = case when h.status = 'RECEIVED' then 'RESPONSE' else 'ON_SITE' end) due on h.open""";

    private static final String CALENDAR = """
            case when h.coverage = '5x9' then 'CN-5x9' else 'ALWAYS' end, 1, (select max(revision) from sla.official_notice), 'Asia/Shanghai'""";

    private static final String CLOCKS = """
            insert into sla.sla_clock (id, case_id, case_number, coverage_code, contract_line_id, priority, calendar_code, calendar_version,
              official_revision, zone, started_at, status, paused_since, pause_reason, stopped_at, org_path)
            select h.clock_id, h.id, h.number, h.coverage, h.line_id, h.priority, %s, h.reported_at,
              case when not h.open or h.status in ('WORK_DONE', 'RESOLVED_REMOTELY') then 'STOPPED' when h.status = 'WAITING_FOR_CUSTOMER' then 'PAUSED' else 'RUNNING' end,
              case when h.status = 'WAITING_FOR_CUSTOMER' then h.responded_at end, case when h.status = 'WAITING_FOR_CUSTOMER' then '等客户停机窗口' end,
              case when not h.open then h.closed_at when h.status in ('WORK_DONE', 'RESOLVED_REMOTELY') then h.responded_at + interval '1 hour' end, h.org_path
            from bulk.history h where h.coverage is not null""".formatted(CALENDAR);

    /** Of ten promises of the past nine were kept. What is open and overdue is missed and still awaited. */
    private static final String MILESTONES = """
            insert into sla.milestone (clock_id, kind, case_id, case_number, target_seconds, calendar_code, calendar_version, official_revision, zone,
              status, begun_at, due_at, warn_at, warned, remaining_seconds, reached_at, missed, awaited, org_path)
            select clock_id, milestone, id, number, minutes * 60, calendar, 1, (select max(revision) from sla.official_notice), 'Asia/Shanghai',
              case fate when 'AWAITED' then case when due < now() then 'MISSED' else 'RUNNING' end when 'REACHED' then case when late then 'MISSED' else 'MET' end
                else fate end,
              reported_at, case when fate in ('AWAITED', 'REACHED') then due end,
              case when fate = 'AWAITED' and due >= now() then due - (due - reported_at) / 4 end,
              fate = 'AWAITED' and due - (due - reported_at) / 4 < now(),
              case when fate = 'PAUSED' then greatest(minutes * 60 - 1800, 60) end,
              case when fate = 'REACHED' then due + case when late then interval '20 minutes' else interval '-5 minutes' end end,
              fate = 'AWAITED' and due < now() or fate = 'REACHED' and late,
              fate in ('AWAITED', 'PAUSED'), org_path
            from (select h.*, t.milestone, t.minutes, case when h.coverage = '5x9' then 'CN-5x9' else 'ALWAYS' end calendar, %s due,
                h.r7 > 0.9 late,
                case when h.status = 'CANCELLED' then 'CANCELLED'
                  when t.milestone = 'RESPONSE' then case when h.status = 'RECEIVED' then 'AWAITED' else 'REACHED' end
                  when h.status = 'WAITING_FOR_CUSTOMER' then 'PAUSED'
                  when h.status in ('RECEIVED', 'RELEASED', 'WITH_VENDOR') then 'AWAITED'
                  when t.milestone = 'ON_SITE' and h.work_order_id is null then 'CANCELLED' else 'REACHED' end fate
              from bulk.history h join contract.coverage_target t on t.coverage_code = h.coverage and t.priority = h.priority) all_of_them""".formatted(DUE);

    private static final String PAUSES = """
            insert into sla.clock_pause (clock_id, started_at, reason, evidence, paused_by, org_path)
            select clock_id, responded_at, '等客户停机窗口', '电话确认', 'bulk', org_path from bulk.history
            where coverage is not null and status = 'WAITING_FOR_CUSTOMER'""";

    private static final String CLOCK_ENTRIES = """
            insert into sla.clock_entry (clock_id, kind, occurred_at, recorded_at, actor_name, org_path)
            select h.clock_id, e.kind, e.at, e.at, 'bulk', h.org_path from bulk.history h
            cross join lateral (values ('STARTED', h.reported_at), ('REACHED', h.responded_at), ('STOPPED', h.closed_at)) e (kind, at)
            where h.coverage is not null and e.at is not null""";

    private static final String DIAGNOSES = """
            insert into diagnosis.diagnosis (id, case_id, case_number, symptom_code, family, priority, opened_at, status, source, recorded_by_name,
              recorded_at, review, frozen_at, org_path)
            select diagnosis_id, id, number, symptom, family, priority, reported_at,
              case when status = 'RECEIVED' and r7 < 0.5 then 'OPEN' when work_order_id is null then 'RECORDED' when closed_at is null then 'FROZEN' else 'SCORED' end,
              'TECHNICAL_SUPPORT', case when status = 'RECEIVED' and r7 < 0.5 then '' else 'bulk' end,
              case when status = 'RECEIVED' and r7 < 0.5 then null else responded_at end, 'NOT_NEEDED',
              case when work_order_id is not null then responded_at end, org_path
            from bulk.history""";

    private static final String CAUSE_COUNTS = """
            insert into diagnosis.cause_count (symptom_code, family, cause_code, cases)
            select h.symptom, h.family, c.code, greatest(1, (count(*) * (abs(hashtext(h.symptom || c.code)) % 100) / 900)::integer)
            from bulk.history h cross join (select code from diagnosis.cause where parent_code is not null order by code limit 6) c
            group by h.symptom, h.family, c.code""";

    /** Of twenty-five visits one ends otherwise than with a repaired machine. */
    private static final String OUTCOME = """
            case when not open and engineer_id is not null then case when c % 25 > 0 then 'REPAIRED' when c % 3 = 0 then 'PART_MISSING'
                when c % 3 = 1 then 'WRONG_PREDICTION' else 'CUSTOMER_NOT_READY' end end""";

    private static final String LIKELY_CAUSES = """
            insert into diagnosis.likely_cause (diagnosis_id, rank, cause_code, probability)
            select h.diagnosis_id, l.rank, l.cause, l.probability from bulk.history h
            cross join lateral (values (1, case when h.r7 < 0.5 then 'memory.damaged' else 'board.mainboard' end, 0.61), (2, 'power.supply', 0.22)) l (rank, cause, probability)
            where h.status <> 'RECEIVED'""";

    private static final String CARRIED_PARTS = """
            insert into diagnosis.carried_part (diagnosis_id, slot, part_number)
            select diagnosis_id, 1, case when r7 < 0.5 then 'FF-MEM-' else 'FF-MB-' end || upper(family) from bulk.history where work_order_id is not null""";

    private static final String PREDICTIONS = """
            insert into diagnosis.prediction (diagnosis_id, round, case_id, symptom_code, family, source, unknown, causes, probabilities, parts,
              diagnosed_by_name, frozen_at, top_hit, any_hit, parts_right, scored_at, org_path)
            select diagnosis_id, 1, id, symptom, family, 'TECHNICAL_SUPPORT', false,
              array[case when r7 < 0.5 then 'memory.damaged' else 'board.mainboard' end, 'power.supply'], array[0.61, 0.22],
              array[case when r7 < 0.5 then 'FF-MEM-' else 'FF-MB-' end || upper(family)], 'bulk', responded_at,
              case when not open then r7 < 0.8 end, case when not open then r7 < 0.9 end, case when not open then 1 end, closed_at, org_path
            from bulk.history where work_order_id is not null""";

    private static final String OUTCOMES = """
            insert into diagnosis.outcome (case_id, diagnosis_id, symptom_code, family, model_code, top_hit, any_hit, parts_carried, parts_needed, parts_right, found_at, org_path)
            select id, diagnosis_id, symptom, family, model, r7 < 0.8, r7 < 0.9, 1, 1, 1, closed_at, org_path
            from bulk.history where status = 'CLOSED'""";

    private static final String TRUE_CAUSES = """
            insert into diagnosis.true_cause (case_id, cause_code)
            select id, case when r7 < 0.5 then 'memory.damaged' when r7 < 0.8 then 'board.mainboard' else 'power.supply' end
            from bulk.history where status = 'CLOSED'""";

    private static final String SERVICE_REPORTS = """
            insert into workorder.service_report (work_order_id, status, findings, actions, true_causes, prediction_right, outcome, arrived_at, left_at,
              document, document_sha256, signed_by_name, signature_sha256, signed_at, org_path)
            select work_order_id, case when open then 'DRAFT' else 'SIGNED' end, '内存损坏，定位到单条 DIMM', '更换内存，运行内存诊断通过',
              array['memory.damaged'], r7 < 0.8, %s, responded_at + interval '1 hour',
              case when not open then responded_at + interval '2 hours' end,
              case when not open then jsonb_build_object('form', 1, 'number', number, 'subject', subject, 'findings', '内存损坏，定位到单条 DIMM', 'language', 'zh-CN') end,
              case when not open then encode(sha256(number::bytea), 'hex') end, case when open then '' else '客户' end,
              case when not open then encode(sha256(number::bytea), 'hex') end, case when not open then responded_at + interval '2 hours' end, org_path
            from bulk.history where work_order_id is not null""".formatted(OUTCOME);

    private static final String PART_MOVEMENTS = """
            insert into workorder.part_movement (work_order_id, kind, part_number, quantity, occurred_at, org_path)
            select h.work_order_id, k.kind, 'FF-MEM-' || upper(h.family), 1, h.responded_at + interval '2 hours', h.org_path
            from bulk.history h cross join (values ('USED'), ('TAKEN_BACK')) k (kind)
            where h.work_order_id is not null and not h.open""";

    /** Every other report came over a line whose calls are known; beside them the calls that were not about a case. */
    private static final String PHONE_CALLS = """
            insert into cases.phone_call (external_id, digits, shown_number, line, status, rang_at, answered_at, ended_at, agent_user_id, agent_name, case_id, org_path)
            select 'bulk-' || h.c, n.digits, n.digits, '400', case when h.r7 < 0.05 then 'MISSED' else 'ENDED' end, h.reported_at - interval '2 minutes',
              case when h.r7 >= 0.05 then h.reported_at - interval '110 seconds' end, h.reported_at + interval '3 minutes', h.owner_id, 'bulk',
              case when h.r7 >= 0.05 and h.c % 4 = 0 then h.id end, h.org_path
            from bulk.history h join lateral (select digits from customer.contact_number n where n.contact_id = h.contact_id order by digits limit 1) n on true
            where h.c % 2 = 0""";

    private static final String INBOX = """
            insert into notification.inbox_message (user_id, at, template, "values", link, urgent, read_at, once_key)
            select owner_id, responded_at, 'milestone-at-risk', jsonb_build_object('case', number, 'subject', subject, 'account', account_name),
              '/cases/' || number, priority = 'P1', case when not open then responded_at + interval '10 minutes' end, 'bulk:' || c
            from bulk.history where owner_id is not null and r7 < 0.3""";

    private static final String PROMISES = """
            insert into customer.promise (account_id, what, due_at, owner_user_id, owner_name, status, made_at, settled_at, org_path)
            select account_id, '回电说明处理进度', responded_at + interval '1 day', owner_id, 'bulk', case when open then 'OPEN' when r7 < 0.09 then 'KEPT' else 'BROKEN' end,
              responded_at, case when not open then responded_at + interval '20 hours' end, org_path
            from bulk.history where owner_id is not null and r7 < 0.1""";

    private static final String INTERACTIONS = """
            insert into customer.interaction (id, account_id, contact_id, channel, direction, occurred_at, recorded_at, subject, body, reference, person_name, org_path)
            select uuidv7(h.reported_at - now()), h.account_id, h.contact_id, 'PHONE', e.direction, e.at, e.at, h.subject, h.subject || '。客户来电报修。', h.number, 'bulk', h.org_path
            from bulk.history h cross join lateral (values ('INBOUND', h.reported_at), ('OUTBOUND', h.closed_at)) e (direction, at)
            where e.at is not null and (e.direction = 'INBOUND' or h.r7 < 0.2)""";

    private static final String SERVICE_FILE = """
            insert into asset.service_file_entry (asset_id, occurred_at, kind, reference, summary, person_name, org_path)
            select h.asset_id, e.at, e.kind, h.number, jsonb_build_object('subject', h.subject, 'priority', h.priority, 'symptom', h.symptom), 'bulk', h.org_path
            from bulk.history h cross join lateral (values ('CASE_RECEIVED', h.reported_at), ('CASE_CLOSED', h.closed_at)) e (kind, at)
            where e.at is not null""";

    private static final String NOTES = """
            insert into cases.case_note (case_id, at, author_name, text, audience, org_path)
            select id, responded_at, 'bulk', '已联系客户，确认故障现象。', 'INTERNAL', org_path from bulk.history where r7 < 0.5""";

    private static final String WORK_ORDERS = """
            insert into workorder.work_order (id, number, case_id, case_number, work_type, status, subject, priority, account_id, site_id, contact_id,
              asset_id, required_skill, expected_minutes, engineer_id, due_at, released_at, started_at, finished_at, outcome, org_path)
            select work_order_id, 'W-' || extract(year from reported_at) || '-' || to_char(c + 1000, 'FM9999000000'), id, number, 'REPAIR',
              case when status in ('CLOSED', 'WORK_DONE') then 'COMPLETED' else 'RELEASED' end, subject, priority, account_id, site_id, contact_id,
              asset_id, 'SERVER', 90, engineer_id, reported_at + interval '8 hours', responded_at,
              case when status in ('CLOSED', 'WORK_DONE') then responded_at + interval '1 hour' end,
              case when status in ('CLOSED', 'WORK_DONE') then responded_at + interval '2 hours' end,
              %s, org_path
            from bulk.history where work_order_id is not null""".formatted(OUTCOME);

    private static final String WORK_ORDER_LINES = """
            insert into workorder.work_order_line (work_order_id, position, task, status, org_path)
            select work_order_id, 1, subject, case when status in ('CLOSED', 'WORK_DONE') then 'DONE' else 'OPEN' end, org_path
            from bulk.history where work_order_id is not null""";

    private static final String CHECKLISTS = """
            insert into workorder.checklist_item (work_order_id, position, text_zh, text_en, kind, answer, answered_at, org_path)
            select work_order_id, 1, '已与客户确认故障现象', 'Fault confirmed with the customer', 'CHECK', case when status in ('CLOSED', 'WORK_DONE') then 'OK' end,
              case when status in ('CLOSED', 'WORK_DONE') then responded_at + interval '90 minutes' end, org_path
            from bulk.history where work_order_id is not null""";

    /** What is still to be done lies in the next days. */
    private static final String APPOINTMENTS = """
            insert into dispatch.appointment (id, number, work_order_id, engineer_id, starts_at, ends_at, status, overlap, arrived_at, done_at,
              booked_by, booked_at, org_path)
            select visit_id, 'V-' || to_char(c + 1000, 'FM9999000000'), work_order_id, engineer_id, starts_at, starts_at + interval '1 hour',
              case when done then 'DONE' else 'BOOKED' end, 'ALLOWED', case when done then starts_at end,
              case when done then starts_at + interval '1 hour' end, 'bulk', responded_at, org_path
            from (select h.*, status in ('CLOSED', 'WORK_DONE') done, case when status in ('CLOSED', 'WORK_DONE') then responded_at + interval '1 hour'
                else date_trunc('hour', now()) + make_interval(hours => c % 80) end starts_at
              from bulk.history h where work_order_id is not null and engineer_id is not null) visits""";

    /** As the trigger would, which is put aside. */
    private static final String SEATS = """
            insert into dispatch.seat (appointment_id, engineer_id, starts_at, ends_at, overlap, is_current, org_path)
            select id, engineer_id, starts_at, ends_at, overlap, status not in ('CANCELLED', 'DONE'), org_path from dispatch.appointment""";

    private static final String SEARCH_CASES = """
            insert into platform.search_entry (kind, subject_id, token, number, title, subtitle, org_path)
            select 'case', h.id, t.token, h.number, h.subject, h.account_name, h.org_path from bulk.history h
            cross join lateral (values (lower(h.number)), ('<' || reverse(lower(h.number)))) t (token)""";

    private static final String SEARCH_WORK_ORDERS = """
            insert into platform.search_entry (kind, subject_id, token, number, title, subtitle, org_path)
            select 'work-order', h.work_order_id, t.token, replace(h.number, 'C-', 'W-'), h.subject, h.account_name, h.org_path from bulk.history h
            cross join lateral (values (lower(replace(h.number, 'C-', 'W-'))), ('<' || reverse(lower(replace(h.number, 'C-', 'W-'))))) t (token)
            where h.work_order_id is not null""";

    private static final String SEARCH_VISITS = """
            insert into platform.search_entry (kind, subject_id, token, number, title, subtitle, org_path)
            select 'appointment', a.id, t.token, a.number, h.subject, h.account_name, h.org_path
            from bulk.history h cross join lateral (select h.visit_id id, 'V-' || to_char(h.c + 1000, 'FM9999000000') number) a
            cross join lateral (values (lower(a.number)), ('<' || reverse(lower(a.number)))) t (token)
            where h.work_order_id is not null and h.engineer_id is not null""";

    private static final String NUMBERS = """
            do $$ begin
              perform setval('cases.case_number', 1001 + %d);
              perform setval('workorder.work_order_number', 1001 + %d);
              perform setval('dispatch.appointment_number', 1001 + %d);
            end $$""";

    private static final String JOURNAL = """
            insert into platform.journal (module, type, subject_type, subject_id, org_path, occurred_at, recorded_at, actor_name, payload)
            select e.module, e.type, e.subject_type, coalesce(e.subject, h.id)::text, h.org_path, e.at, e.at, 'bulk',
              jsonb_build_object('caseId', h.id, 'number', h.number, 'orgPath', h.org_path::text, 'occurredAt', e.at)
            from bulk.history h
            cross join lateral (values
              ('cases', 'CaseReceived', 'case', null::uuid, h.reported_at, true),
              ('diagnosis', 'DiagnosisRecorded', 'case', null, h.responded_at, true),
              ('cases', 'CaseResponded', 'case', null, h.responded_at, true),
              ('sla', 'MilestoneReached', 'case', null, h.responded_at, true),
              ('customer', 'InteractionRecorded', 'interaction', h.visit_id, h.reported_at, true),
              ('cases', 'CaseReleased', 'case', null, h.responded_at + interval '3 minutes', h.work_order_id is not null),
              ('diagnosis', 'DiagnosisFrozen', 'case', null, h.responded_at + interval '3 minutes', h.work_order_id is not null),
              ('workorder', 'WorkOrderReleased', 'work-order', h.work_order_id, h.responded_at + interval '3 minutes', h.work_order_id is not null),
              ('dispatch', 'AppointmentBooked', 'appointment', h.visit_id, h.responded_at + interval '10 minutes', h.work_order_id is not null),
              ('dispatch', 'EngineerArrived', 'appointment', h.visit_id, h.responded_at + interval '1 hour', h.work_order_id is not null and not h.open),
              ('workorder', 'WorkOrderCompleted', 'work-order', h.work_order_id, h.responded_at + interval '2 hours', h.work_order_id is not null and not h.open),
              ('cases', 'CaseWorkDone', 'case', null, h.responded_at + interval '2 hours', h.work_order_id is not null and not h.open),
              ('cases', 'CaseClosed', 'case', null, h.closed_at, not h.open)) e (module, type, subject_type, subject, at, happened)
            where e.happened and h.c %s""";
}
