-- Engineers' exams from the cases that went wrong. Nothing here names a customer: reports are masked before they are kept.
create schema if not exists exam;

-- A case to learn from, as the events told it.
create table exam.lesson (
  case_id          uuid primary key,
  case_number      text        not null unique,
  report           text        not null,
  symptom_code     text,
  family           text,
  skill_code       text,
  went_wrong       text[]      not null check (cardinality(went_wrong) > 0),
  predicted_causes text[]      not null default '{}',
  carried_parts    text[]      not null default '{}',
  true_causes      text[]      not null default '{}',
  happened_at      timestamptz not null,
  org_path         ltree       not null,
  branch           text        collate "C" not null generated always as (ltree2text(org_path)) stored
);
create index lesson_newest on exam.lesson (happened_at desc, case_id desc);
create index lesson_newest_branch on exam.lesson (branch, happened_at desc, case_id desc);
select platform.protect('exam.lesson');

create sequence exam.question_number start 1001;
create table exam.question (
  code           text primary key,
  status         text        not null check (status in ('DRAFT', 'ACTIVE', 'RETIRED')),
  -- What papers are drawn from, and what waits for a second person.
  active_version integer,
  draft_version  integer,
  -- Of the active version, or of the draft where there is none: what lists are filtered by.
  kind           text        not null,
  skill_code     text        not null,
  difficulty     text        not null check (difficulty in ('EASY', 'MEDIUM', 'HARD')),
  case_number    text,
  revision       integer     not null default 0,
  changed_at     timestamptz not null,
  org_path       ltree       not null,
  check (status <> 'ACTIVE' or active_version is not null)
);
create index question_newest on exam.question (changed_at desc, code desc);
create index question_case on exam.question (case_number);
select platform.protect('exam.question');

-- A version that was accepted never changes; papers point at it.
create table exam.question_version (
  question_code text        not null references exam.question,
  version       integer     not null,
  kind          text        not null check (kind in ('SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'PARTS_TO_CARRY', 'SHORT_TEXT')),
  skill_code    text        not null,
  difficulty    text        not null check (difficulty in ('EASY', 'MEDIUM', 'HARD')),
  points        integer     not null check (points between 1 and 20),
  content       jsonb       not null,
  written_by    uuid,
  written_name  text        not null,
  written_at    timestamptz not null,
  review        text        not null check (review in ('PENDING', 'ACCEPTED', 'REFUSED')),
  reviewed_by   uuid,
  reviewed_name text        not null default '',
  reviewed_at   timestamptz,
  review_note   text        not null default '',
  primary key (question_code, version),
  -- Four eyes, whatever the server believed.
  check (review = 'PENDING' or written_by is null or reviewed_by is distinct from written_by)
);
create function exam.keep_accepted_version() returns trigger language plpgsql as $$
begin
  raise exception 'An accepted version of a question never changes.';
end $$;
create trigger accepted_version_stays before update or delete on exam.question_version
  for each row when (old.review = 'ACCEPTED') execute function exam.keep_accepted_version();

-- What an accepted objection made of a version: another truth, or none. Everybody who was asked it is graded by this.
create table exam.correction (
  question_code text        not null,
  version       integer     not null,
  right_choices text[]      not null,
  voided        boolean     not null,
  reason        text        not null,
  decided_by    uuid,
  decided_name  text        not null,
  decided_at    timestamptz not null,
  primary key (question_code, version),
  foreign key (question_code, version) references exam.question_version
);

create table exam.exam (
  code             text primary key check (code ~ '^[A-Z][A-Z0-9_-]{0,39}$'),
  title_zh         text        not null,
  title_en         text        not null,
  skill_code       text        not null,
  level            integer     not null check (level between 1 and 5),
  pass_percent     integer     not null check (pass_percent between 1 and 100),
  minutes          integer     not null check (minutes between 1 and 480),
  attempts_allowed integer     not null check (attempts_allowed between 1 and 20),
  wait_hours       integer     not null check (wait_hours between 0 and 8760),
  validity_months  integer check (validity_months between 1 and 120),
  -- So many days before the skill runs out it is assigned anew; 0 never does.
  renew_days       integer     not null check (renew_days between 0 and 365),
  drawing          jsonb       not null,
  status           text        not null check (status in ('DRAFT', 'OPEN', 'CLOSED')),
  version          integer     not null default 0,
  org_path         ltree       not null
);
select platform.protect('exam.exam');

create table exam.assignment (
  id              uuid primary key default uuidv7(),
  exam_code       text        not null references exam.exam,
  engineer_id     uuid        not null references organization.person,
  engineer_code   text        not null,
  engineer_name   text        not null,
  user_id         uuid        not null,
  due_at          timestamptz not null,
  -- The last day of the skill that is to be renewed, where that is why.
  renews          date,
  status          text        not null check (status in ('OPEN', 'PASSED', 'FAILED', 'WITHDRAWN')),
  assigned_at     timestamptz not null,
  assigned_by     text        not null,
  valid_until     date,
  org_path        ltree       not null
);
create unique index assignment_open on exam.assignment (exam_code, engineer_id) where status = 'OPEN';
create unique index assignment_renewal on exam.assignment (exam_code, engineer_id, renews) where renews is not null;
create index assignment_engineer on exam.assignment (engineer_id, assigned_at desc);
select platform.protect('exam.assignment');

create table exam.paper (
  id            uuid primary key,
  assignment_id uuid        not null references exam.assignment,
  exam_code     text        not null references exam.exam,
  engineer_id   uuid        not null references organization.person,
  attempt       integer     not null,
  -- What the drawing and the order of questions and choices come from.
  seed          bigint      not null,
  pass_percent  integer     not null,
  started_at    timestamptz not null,
  ends_at       timestamptz not null,
  status        text        not null check (status in ('OPEN', 'GRADING', 'GRADED')),
  handed_in_at  timestamptz,
  graded_at     timestamptz,
  earned        numeric(8, 2),
  possible      numeric(8, 2),
  passed        boolean,
  org_path      ltree       not null,
  unique (assignment_id, attempt)
);
create unique index paper_open on exam.paper (engineer_id) where status = 'OPEN';
create index paper_ending on exam.paper (ends_at) where status = 'OPEN';
create index paper_exam on exam.paper (exam_code, started_at desc);
create index paper_engineer on exam.paper (engineer_id, started_at desc);
select platform.protect('exam.paper');

create table exam.paper_question (
  paper_id         uuid    not null references exam.paper,
  position         integer not null,
  question_code    text    not null,
  question_version integer not null,
  kind             text    not null,
  points           integer not null,
  choice_order     text[]  not null,
  chosen           text[]  not null default '{}',
  words            text    not null default '',
  -- Counts the answers: two devices at once do not overwrite each other unseen.
  revision         integer not null default 0,
  answered_at      timestamptz,
  earned           numeric(6, 2),
  graded_by        uuid,
  graded_name      text    not null default '',
  grade_note       text    not null default '',
  org_path         ltree   not null,
  primary key (paper_id, position),
  unique (paper_id, question_code),
  foreign key (question_code, question_version) references exam.question_version
);
create index paper_question_to_grade on exam.paper_question (answered_at, paper_id, position) where kind = 'SHORT_TEXT' and earned is null;
create index paper_question_version on exam.paper_question (question_code, question_version);
select platform.protect('exam.paper_question');

create table exam.appeal (
  id            uuid primary key default uuidv7(),
  paper_id      uuid        not null,
  position      integer     not null,
  question_code text        not null,
  version       integer     not null,
  engineer_id   uuid        not null references organization.person,
  engineer_name text        not null,
  reason        text        not null,
  raised_at     timestamptz not null,
  status        text        not null check (status in ('OPEN', 'ACCEPTED', 'REFUSED')),
  decided_by    uuid,
  decided_name  text        not null default '',
  decided_at    timestamptz,
  decision_note text        not null default '',
  org_path      ltree       not null,
  -- Once.
  unique (paper_id, position),
  foreign key (paper_id, position) references exam.paper_question
);
create index appeal_newest on exam.appeal (raised_at desc, id desc);
select platform.protect('exam.appeal');

-- How a result changed after it was given.
create table exam.regrading (
  id            uuid primary key default uuidv7(),
  paper_id      uuid        not null references exam.paper,
  question_code text        not null,
  earned_before numeric(8, 2) not null,
  earned_after  numeric(8, 2) not null,
  possible      numeric(8, 2) not null,
  passed_before boolean     not null,
  passed_after  boolean     not null,
  reason        text        not null,
  decided_name  text        not null,
  decided_at    timestamptz not null,
  org_path      ltree       not null
);
create index regrading_paper on exam.regrading (paper_id, decided_at);
select platform.protect('exam.regrading');

insert into reminder.policy (code, name_zh, name_en, calendar_code, remind_on_arrival, before_minutes, before_percent, escalate_after_minutes,
    escalate_every_minutes, escalation_role, arrival_channels, before_channels, escalation_channels, quiet_from, quiet_until) values
  ('EXAM', '考试', 'Exam', 'CN-5x9', true, 1080, null, 540, 540, 'SERVICE_MANAGER',
    '{INBOX}', '{INBOX,MAIL}', '{INBOX}', '21:00', '08:00');
