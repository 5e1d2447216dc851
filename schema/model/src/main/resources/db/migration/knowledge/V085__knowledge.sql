create schema if not exists knowledge;
create sequence knowledge.article_number start 1001;

-- Knowledge belongs to the whole house: no org_path here. What cases have to do with it, below, is scoped as they are.
create table knowledge.article (
  id                uuid primary key default uuidv7(),
  number            text        collate "C" not null unique,
  kind              text        not null check (kind in ('ARTICLE', 'SCRIPT')),
  status            text        not null check (status in ('DRAFT', 'PUBLISHED', 'RETIRED')),
  -- The newest edition, and the one that readers find; while a revision is being written the two differ.
  edition           integer     not null check (edition > 0),
  published_edition integer     check (published_edition <= edition),
  published_at      timestamptz,
  published_by_name text        not null default '',
  review_asked_at   timestamptz,
  review_asked_by   text        not null default '',
  review_remark     text        not null default '',
  -- Written up from this case; one draft for each.
  source_case_id    uuid unique,
  changed_at        timestamptz not null,
  version           integer     not null default 0,
  check ((status = 'PUBLISHED') <= (published_edition is not null and published_at is not null))
);
create index article_changed on knowledge.article (changed_at desc, id desc);

-- What an article said: every edition stays as it was written.
create table knowledge.edition (
  article_id     uuid        not null references knowledge.article,
  edition        integer     not null check (edition > 0),
  audience       text        not null check (audience in ('STAFF', 'CUSTOMER')),
  title_zh       text        not null,
  title_en       text        not null,
  summary_zh     text        not null,
  summary_en     text        not null,
  body_zh        text        not null,
  body_en        text        not null,
  steps          jsonb       not null default '[]',
  families       text[]      not null,
  models         text[]      not null,
  symptoms       text[]      not null,
  causes         text[]      not null,
  written_by     uuid,
  written_by_name text       not null,
  written_at     timestamptz not null,
  reason         text        not null,
  primary key (article_id, edition),
  check (title_zh <> '' or title_en <> '')
);
create index edition_causes on knowledge.edition using gin (causes);

-- One number that every change of an article raises. Its row is locked until the change commits, so whoever reads the
-- number sees exactly the changes that it counts: a server asks it to know whether what it holds in memory is the newest.
create table knowledge.shelf (
  only_one boolean primary key default true check (only_one),
  revision bigint  not null
);
insert into knowledge.shelf (revision) values (1);
create function knowledge.raise_revision() returns trigger language plpgsql as $$
begin
  update knowledge.shelf set revision = revision + 1;
  return null;
end $$;
create trigger shelf_changes after insert or update or delete on knowledge.article
  for each statement execute function knowledge.raise_revision();

create table knowledge.opinion (
  article_id  uuid        not null references knowledge.article,
  user_id     uuid        not null,
  user_name   text        not null,
  helpful     boolean     not null,
  why         text        not null default '',
  given_at    timestamptz not null,
  primary key (article_id, user_id)
);
create index opinion_newest on knowledge.opinion (article_id, given_at desc);

-- What happened on a case with an article. Only added to.
create table knowledge.case_use (
  id          uuid primary key default uuidv7(),
  case_id     uuid        not null,
  case_number text        not null,
  article_id  uuid        not null references knowledge.article,
  edition     integer     not null,
  kind        text        not null check (kind in ('OPENED', 'LINKED', 'UNLINKED', 'FOLLOWED')),
  used_at     timestamptz not null,
  recorded_at timestamptz not null,
  user_id     uuid,
  user_name   text        not null,
  org_path    ltree       not null
);
create index case_use_case on knowledge.case_use (case_id, used_at desc, id desc);
create index case_use_article on knowledge.case_use (article_id, case_id);
-- Opening the same edition again and again on a case says nothing new.
create unique index case_use_opened_once on knowledge.case_use (case_id, article_id, edition, user_id) where kind = 'OPENED';
select platform.protect('knowledge.case_use');

create table knowledge.following (
  id          uuid primary key,
  case_id     uuid        not null,
  case_number text        not null,
  article_id  uuid        not null references knowledge.article,
  edition     integer     not null,
  result      text        not null check (result in ('SOLVED', 'NOT_SOLVED', 'ABANDONED')),
  note        text        not null default '',
  began_at    timestamptz not null,
  ended_at    timestamptz not null check (ended_at >= began_at),
  recorded_at timestamptz not null,
  user_id     uuid,
  user_name   text        not null,
  org_path    ltree       not null
);
create index following_case on knowledge.following (case_id, ended_at desc, id desc);
create index following_article on knowledge.following (article_id, ended_at desc, id desc);
select platform.protect('knowledge.following');
create table knowledge.following_step (
  following_id uuid        not null references knowledge.following,
  position     integer     not null check (position > 0),
  result       text        not null check (result in ('DONE', 'FAILED')),
  note         text        not null default '',
  ticked_at    timestamptz not null,
  org_path     ltree       not null,
  primary key (following_id, position)
);
select platform.protect('knowledge.following_step');

-- How every case ended, so that cases with an article can be compared with those without.
create table knowledge.case_ending (
  case_id        uuid primary key,
  case_number    text        not null,
  symptom_code   text,
  family         text,
  model_code     text,
  causes         text[]      not null default '{}',
  visits         integer     not null default 0,
  -- Visits after which another was needed, those left out that only the customer could have made succeed.
  visits_in_vain integer     not null default 0,
  solved         text        check (solved in ('REMOTELY', 'AT_THE_SITE')),
  solved_at      timestamptz,
  -- What was used before this moment may have helped.
  first_solved_at timestamptz,
  reopened       integer     not null default 0,
  -- Whether an article was used before it was first solved.
  with_article   boolean     not null default false,
  org_path       ltree       not null
);
create index case_ending_comparable on knowledge.case_ending (symptom_code, first_solved_at) where first_solved_at is not null;
create index case_ending_solved on knowledge.case_ending (first_solved_at desc) where first_solved_at is not null;
select platform.protect('knowledge.case_ending');
