/*
 * What an address may say. A route names all its keys, those without a sensible value as undefined: the router lays what
 * a route returns over what was typed, and a key that is left out would come through as it stands in the address. So a
 * word that means nothing is as if it were not there, and the screen shows what it shows without it.
 */

/** Words of any kind; digits alone and true arrive as what they look like. */
export function said(value: unknown): string | undefined {
  return ['string', 'number', 'boolean'].includes(typeof value) && value !== '' ? String(value) : undefined;
}

/** One of these words and no other. */
export function oneOf<Word extends string>(words: readonly Word[], value: unknown): Word | undefined {
  return words.find((word) => word === said(value));
}

/** Those of these words that are said; nothing if none is. */
export function someOf<Word extends string>(words: readonly Word[], value: unknown): Word[] | undefined {
  const found = (Array.isArray(value) ? value : [value]).flatMap((one) => oneOf(words, one) ?? []);
  return found.length > 0 ? found : undefined;
}

/** A day of the calendar as it is written: 2026-02-29 is none. */
export function dayOf(value: unknown): string | undefined {
  const text = said(value) ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) ? text : undefined;
}

export const yesOrNo = ['true', 'false'] as const;
