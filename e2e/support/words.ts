import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './house.ts';

export type Words = (key: string, values?: Record<string, string | number>) => string;

const folder = (language: Language) => new URL(`../../web/i18n/messages/${language}/`, import.meta.url);

function messagesOf(language: Language): Record<string, string> {
  return Object.assign({}, ...readdirSync(folder(language)).map((file) => JSON.parse(readFileSync(new URL(file, folder(language)), 'utf8')) as object)) as Record<string, string>;
}

const known: Record<Language, Record<string, string>> = { 'zh-CN': messagesOf('zh-CN'), en: messagesOf('en') };

/** The product's own words, from the catalogues the screens use. */
export function words(language: Language): Words {
  return (key, values = {}) => {
    const text = known[language][key];
    if (text === undefined) throw new Error(`no words for ${key} in ${language}`);
    return String(new IntlMessageFormat(text, language).format(values));
  };
}
