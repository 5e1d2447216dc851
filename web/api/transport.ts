import { ProblemError } from './problem.ts';

/** Asks the user to sign in again over the page he is on; resolves true when the waiting requests may go out again. */
export type SessionRecovery = () => Promise<boolean>;

let device: string | null = null;

/** From now on every request names this phone, so that the board knows that it is heard of; null: no more. */
export function speakAs(phone: string | null) {
  device = phone;
}

let recover: SessionRecovery | null = null;
let recovering: Promise<boolean> | null = null;

export function onSessionLost(recovery: SessionRecovery): () => void {
  recover = recovery;
  return () => {
    if (recover === recovery) recover = null;
  };
}

/** Many requests may meet the end of a session at once; the user is asked once. */
function recoverOnce(): Promise<boolean> {
  if (!recover) return Promise.resolve(false);
  recovering ??= recover().finally(() => {
    recovering = null;
  });
  return recovering;
}

function cookie(name: string): string | undefined {
  for (const part of document.cookie.split('; ')) {
    if (part.startsWith(`${name}=`)) return decodeURIComponent(part.slice(name.length + 1));
  }
  return undefined;
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

function dressed(request: Request): Request {
  const headers = new Headers(request.headers);
  if (!headers.has('Accept')) headers.set('Accept', 'application/json, application/problem+json');
  if (document.documentElement.lang) headers.set('Accept-Language', document.documentElement.lang);
  if (device) headers.set('Firstfix-Device', device);
  if (!safe.has(request.method)) {
    // Read at every attempt: the server changes the token when the session changes.
    const token = cookie('XSRF-TOKEN');
    if (token) headers.set('X-XSRF-TOKEN', token);
  }
  return new Request(request, { headers });
}

const aboutTheSession = (request: Request) => new URL(request.url).pathname === '/api/v1/session';

/** The one door to the server: CSRF, idempotency, signing in again, and every failure as a ProblemError. */
export async function send(original: Request): Promise<Response> {
  let request = original;
  if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
    const headers = new Headers(request.headers);
    headers.set('Idempotency-Key', crypto.randomUUID());
    request = new Request(request, { headers });
  }
  for (let attempt = 0; ; attempt++) {
    let response: Response;
    try {
      // The clone keeps the body for a second attempt; key and body stay the same, so nothing happens twice.
      response = await fetch(dressed(request.clone()));
    } catch (cause) {
      if (request.signal.aborted) throw cause;
      throw ProblemError.network(cause);
    }
    if (response.ok || response.status === 304) return response;
    if (response.status === 401 && attempt === 0 && !aboutTheSession(request) && (await recoverOnce())) continue;
    throw await ProblemError.from(response);
  }
}
