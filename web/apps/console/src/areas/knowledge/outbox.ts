import { call, isProblem } from '@firstfix/api';
import { useEffect } from 'react';

/*
 * What was done with an article where there was no network: kept in this browser until the server has it. Everything in
 * here may be told twice and is recorded once.
 */
interface Letter {
  path: string;
  body: unknown;
  key: string;
}

const place = 'firstfix.knowledge.outbox';
const most = 200;

function read(): Letter[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as Letter[];
  } catch {
    return [];
  }
}

function write(letters: Letter[]) {
  try {
    if (letters.length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(letters.slice(-most)));
  } catch {
    // Storage that is full or forbidden: what could not be sent is lost with the page.
  }
}

const post = (letter: Letter) => call('POST', letter.path, { body: letter.body, headers: { 'Idempotency-Key': letter.key } });

/** Sends it, or keeps it if nobody answers. An answer that refuses it is thrown. @returns whether the server has it */
export async function sendOrKeep(path: string, body: unknown): Promise<boolean> {
  const letter = { path, body, key: crypto.randomUUID() };
  try {
    await post(letter);
    return true;
  } catch (problem) {
    if (!isProblem(problem) || !problem.isUndecided) throw problem;
    write([...read(), letter]);
    return false;
  }
}

let isFlushing = false;

async function flush() {
  if (isFlushing) return;
  isFlushing = true;
  try {
    for (const letter of read()) {
      try {
        await post(letter);
      } catch (problem) {
        if (isProblem(problem) && problem.isUndecided) return;
        // Refused for good: sending it again would not help.
      }
      write(read().filter((one) => one.key !== letter.key));
    }
  } finally {
    isFlushing = false;
  }
}

/** Sends what was kept, now and whenever the network comes back. */
export function useOutbox() {
  useEffect(() => {
    const go = () => void flush();
    go();
    addEventListener('online', go);
    return () => removeEventListener('online', go);
  }, []);
}

const shelf = 'firstfix.knowledge.shelf';
const mostKept = 40;

/** What the server said last about something, for when nobody answers: the newest forty answers. */
export async function remembering<Value>(key: string, load: () => Promise<Value>): Promise<Value> {
  try {
    const fresh = await load();
    keepAnswer(key, fresh);
    return fresh;
  } catch (problem) {
    const kept = readAnswers().find((one) => one.key === key);
    if (kept && isProblem(problem) && problem.isUndecided) return kept.value as Value;
    throw problem;
  }
}

function readAnswers(): { key: string; value: unknown }[] {
  try {
    return JSON.parse(localStorage.getItem(shelf) ?? '[]') as { key: string; value: unknown }[];
  } catch {
    return [];
  }
}

function keepAnswer(key: string, value: unknown) {
  try {
    localStorage.setItem(shelf, JSON.stringify([{ key, value }, ...readAnswers().filter((one) => one.key !== key)].slice(0, mostKept)));
  } catch {
    // Without storage there is nothing to fall back to.
  }
}
