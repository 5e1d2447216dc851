export interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

/** One field that two people changed: what the server holds now against what this user sent. */
export interface ConflictField {
  field: string;
  theirs: unknown;
}

interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  code?: string;
  detail?: string;
  hint?: string;
  instance?: string;
  errors?: FieldProblem[];
  values?: Record<string, unknown>;
}

/** Moments in a text of the server, which knows neither the zone of the reader nor how his screens write them. */
function inOwnTime(text: string): string;
function inOwnTime(text: string | undefined): string | undefined;
function inOwnTime(text: string | undefined) {
  return text?.replace(/\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z/g, (moment) => {
    const at = new Date(moment);
    if (Number.isNaN(at.getTime())) return moment;
    const year = at.getFullYear() === new Date().getFullYear() ? {} : ({ year: 'numeric' } as const);
    const language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
    return at.toLocaleString(language || undefined, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false, ...year });
  });
}

/** Whatever keeps a request from succeeding, in one shape: an RFC 9457 problem, a broken answer or no network at all. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  /** What the user reads out to support: the problem's instance, or the request id. */
  readonly reference: string | undefined;
  readonly errors: readonly FieldProblem[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly retryAfter: number | undefined;

  constructor(body: ProblemBody, extra: { status: number; reference?: string; retryAfter?: number; cause?: unknown }) {
    super(inOwnTime(body.detail) ?? body.title ?? body.code ?? `HTTP ${extra.status}`, { cause: extra.cause });
    this.name = 'ProblemError';
    this.status = extra.status;
    this.code = body.code ?? (extra.status === 0 ? 'network' : `http-${extra.status}`);
    this.title = body.title ?? this.code;
    this.detail = inOwnTime(body.detail);
    this.hint = inOwnTime(body.hint);
    this.reference = body.instance ?? extra.reference;
    this.errors = (body.errors ?? []).map((error) => ({ ...error, message: inOwnTime(error.message) }));
    this.values = body.values ?? {};
    this.retryAfter = extra.retryAfter;
  }

  get isNetwork() {
    return this.status === 0;
  }

  get isConflict() {
    return this.status === 412;
  }

  get isForbidden() {
    return this.status === 403;
  }

  get isMissing() {
    return this.status === 404;
  }

  /** True when the server cannot have decided yet, so the same action with the same key may be sent again. */
  get isUndecided() {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504 || this.code === 'platform.idempotency-running';
  }

  get conflicts(): ConflictField[] {
    const current = this.isConflict ? this.values.current : null;
    return current && typeof current === 'object' ? Object.entries(current).map(([field, theirs]) => ({ field, theirs })) : [];
  }

  /** The message at a field, for forms. */
  at(field: string): string | undefined {
    return this.errors.find((error) => error.field === field)?.message;
  }

  static async from(response: Response): Promise<ProblemError> {
    let body: ProblemBody = {};
    if (response.headers.get('content-type')?.includes('json')) {
      // A proxy in between may answer with something that only claims to be JSON.
      body = ((await response.json().catch(() => ({}))) ?? {}) as ProblemBody;
    }
    const retryAfter = Number(response.headers.get('retry-after'));
    return new ProblemError(body, {
      status: response.status,
      reference: response.headers.get('x-request-id') ?? undefined,
      retryAfter: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : undefined,
    });
  }

  static network(cause: unknown): ProblemError {
    return new ProblemError({ code: 'network' }, { status: 0, cause });
  }
}

export function isProblem(error: unknown): error is ProblemError {
  return error instanceof ProblemError;
}
