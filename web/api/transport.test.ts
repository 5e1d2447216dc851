import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProblemError } from './problem.ts';
import { onSessionLost, send, speakAs } from './transport.ts';

const answers: (() => Response | Promise<Response>)[] = [];
let sent: Request[] = [];

beforeEach(() => {
  sent = [];
  answers.length = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(request);
    const answer = answers.shift();
    if (!answer) throw new Error('no answer prepared');
    return answer();
  });
  document.cookie = 'XSRF-TOKEN=first';
});
afterEach(() => vi.unstubAllGlobals());

const post = () => new Request('http://localhost/api/v1/cases', { method: 'POST', body: '{"subject":"UPS"}', headers: { 'Content-Type': 'application/json' } });
const problem = (status: number, body: object, headers = {}) => () =>
  new Response(JSON.stringify({ status, ...body }), { status, headers: { 'content-type': 'application/problem+json', ...headers } });

test('a POST carries the CSRF token and a key', async () => {
  answers.push(() => new Response('{}'));
  await send(post());
  expect(sent[0]?.headers.get('X-XSRF-TOKEN')).toBe('first');
  expect(sent[0]?.headers.get('Idempotency-Key')).toMatch(/^[\da-f-]{36}$/);
});

test('a GET carries neither', async () => {
  answers.push(() => new Response('{}'));
  await send(new Request('http://localhost/api/v1/cases'));
  expect(sent[0]?.headers.has('X-XSRF-TOKEN')).toBe(false);
  expect(sent[0]?.headers.has('Idempotency-Key')).toBe(false);
});

test('a phone is named with every request, until it is one no more', async () => {
  answers.push(() => new Response('{}'), () => new Response('{}'));
  speakAs('phone-12345678');
  await send(new Request('http://localhost/api/v1/cases'));
  speakAs(null);
  await send(new Request('http://localhost/api/v1/cases'));
  expect(sent.map((request) => request.headers.get('Firstfix-Device'))).toEqual(['phone-12345678', null]);
});

test('after signing in again the same body goes out with the same key and the new token', async () => {
  const stop = onSessionLost(async () => {
    document.cookie = 'XSRF-TOKEN=second';
    return true;
  });
  answers.push(problem(401, { code: 'signed-out' }), () => new Response('{"id":1}'));
  const response = await send(post());
  stop();
  expect(await response.json()).toEqual({ id: 1 });
  expect(sent).toHaveLength(2);
  expect(sent[1]?.headers.get('Idempotency-Key')).toBe(sent[0]?.headers.get('Idempotency-Key'));
  expect(sent[1]?.headers.get('X-XSRF-TOKEN')).toBe('second');
  expect(await sent[1]?.text()).toBe('{"subject":"UPS"}');
});

test('two requests that lose the session ask the user once', async () => {
  let asked = 0;
  const stop = onSessionLost(async () => {
    asked++;
    await new Promise((later) => setTimeout(later, 10));
    return true;
  });
  answers.push(problem(401, {}), problem(401, {}), () => new Response('{}'), () => new Response('{}'));
  await Promise.all([send(post()), send(post())]);
  stop();
  expect(asked).toBe(1);
});

test('who does not sign in again gets the problem', async () => {
  const stop = onSessionLost(async () => false);
  answers.push(problem(401, { code: 'signed-out' }));
  await expect(send(post())).rejects.toMatchObject({ status: 401, code: 'signed-out' });
  stop();
});

test('a refused sign-in is no lost session', async () => {
  const recover = vi.fn(async () => true);
  const stop = onSessionLost(recover);
  answers.push(problem(401, { code: 'platform.sign-in-refused' }));
  await expect(send(new Request('http://localhost/api/v1/session', { method: 'POST', body: '{}' }))).rejects.toMatchObject({ code: 'platform.sign-in-refused' });
  stop();
  expect(recover).not.toHaveBeenCalled();
});

test('a problem keeps code, hint, field errors, reference and the wait', async () => {
  answers.push(problem(429, { code: 'platform.sign-in-throttled', hint: 'wait', instance: 'R-1', errors: [{ field: 'userName', code: 'x', message: 'no' }] }, { 'retry-after': '42' }));
  const caught = await send(post()).catch((error: unknown) => error);
  expect(caught).toBeInstanceOf(ProblemError);
  expect(caught).toMatchObject({ code: 'platform.sign-in-throttled', hint: 'wait', reference: 'R-1', retryAfter: 42 });
  expect((caught as ProblemError).at('userName')).toBe('no');
});

test('412 gives the values the server holds', async () => {
  answers.push(problem(412, { code: 'changed-meanwhile', values: { currentVersion: 3, current: { subject: 'theirs' } } }));
  const caught = (await send(post()).catch((error: unknown) => error)) as ProblemError;
  expect(caught.conflicts).toEqual([{ field: 'subject', theirs: 'theirs' }]);
});

test('an answer that is not JSON is a problem, too', async () => {
  answers.push(() => new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } }));
  await expect(send(post())).rejects.toMatchObject({ status: 502, code: 'http-502', isUndecided: true });
});

test('no network is a problem and undecided', async () => {
  answers.push(() => Promise.reject(new TypeError('failed')));
  await expect(send(post())).rejects.toMatchObject({ code: 'network', isNetwork: true, isUndecided: true });
});

test('moments in a refusal are told in the hours of the reader, and in his language', async () => {
  const detail = 'Booked already: A-7, 2020-03-02T01:30:00Z to 2020-03-02T03:00:00.123Z; on 2020-03-02, part T12:34Z.';
  const refusal = async (lang: string) => {
    document.documentElement.lang = lang;
    answers.push(problem(409, { code: 'taken', detail, errors: [{ field: 'at', code: 'x', message: '2020-03-02T01:30:00Z' }] }));
    return (await send(new Request('http://localhost/api/v1/cases')).catch((e: unknown) => e)) as ProblemError;
  };
  const moment = (lang: string, at: string) =>
    new Intl.DateTimeFormat(lang, { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at));
  const english = await refusal('en');
  expect(english.detail).toBe(`Booked already: A-7, ${moment('en-GB', '2020-03-02T01:30:00Z')} to ${moment('en-GB', '2020-03-02T03:00:00Z')}; on 2020-03-02, part T12:34Z.`);
  expect((await refusal('zh-CN')).at('at')).toBe(moment('zh-CN', '2020-03-02T01:30:00Z'));
});
