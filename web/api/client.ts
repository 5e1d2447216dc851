import createClient from 'openapi-fetch';
import type { paths } from './paths.ts';
import { send } from './transport.ts';

// Absolute, because Request needs a full address outside a page (tests, workers).
const baseUrl = typeof location === 'undefined' ? 'http://localhost' : location.origin;

/** Typed by the server's OpenAPI document. Failures arrive as ProblemError, never as `error`. */
export const api = createClient<paths>({ baseUrl, fetch: send });

export interface Page<Item> {
  items: Item[];
  nextCursor?: string | null;
}

export interface Tagged<Data> {
  data: Data;
  etag: string | null;
}

/** `const session = await take(api.GET('/api/v1/session'))` */
export async function take<Data>(answer: Promise<{ data?: Data; response: Response }>): Promise<Data> {
  return (await answer).data as Data;
}

/** Like `take`, and keeps the version for a later `ifMatch`. */
export async function tagged<Data>(answer: Promise<{ data?: Data; response: Response }>): Promise<Tagged<Data>> {
  const { data, response } = await answer;
  return { data: data as Data, etag: response.headers.get('etag') };
}

export function ifMatch(etag: string | null): Record<string, string> {
  return etag ? { 'If-Match': etag } : {};
}

interface CallOptions {
  query?: Record<string, string | number | boolean | readonly string[] | null | undefined>;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * For addresses the OpenAPI document does not have yet. The caller states the type, so prefer `api` as soon as the
 * document has the path.
 */
export async function call<Data>(method: string, path: string, options: CallOptions = {}): Promise<Tagged<Data>> {
  const url = new URL(path, baseUrl);
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (value == null || value === '') continue;
    if (Array.isArray(value)) for (const one of value) url.searchParams.append(name, one);
    else url.searchParams.set(name, String(value));
  }
  const form = options.body instanceof FormData;
  const response = await send(
    new Request(url, {
      method,
      headers: { ...(options.body !== undefined && !form ? { 'Content-Type': 'application/json' } : {}), ...options.headers },
      body: form ? (options.body as FormData) : options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: options.signal,
    }),
  );
  const text = response.status === 204 ? '' : await response.text();
  return { data: (text ? JSON.parse(text) : undefined) as Data, etag: response.headers.get('etag') };
}
