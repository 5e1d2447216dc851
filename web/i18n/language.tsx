import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const stored = 'firstfix.language';
type Words = () => Promise<{ default: Record<string, string> }>;
const frame: Record<Language, Words> = {
  'zh-CN': () => import('./catalogue.zh-CN.ts'),
  en: () => import('./catalogue.en.ts'),
};
const areas: Record<Language, Words> = {
  'zh-CN': () => import('./areas.zh-CN.ts'),
  en: () => import('./areas.en.ts'),
};

let tellAreasReady: () => void;
const areasReady = new Promise<void>((resolve) => {
  tellAreasReady = resolve;
});

/** Pages of areas wait for their words; the frame and the sign-in page do without them. */
export function areaWords(): Promise<void> {
  return areasReady;
}
/** What React Aria and Intl need: a full tag, because "en" alone leaves the order of day and month open. */
const regional: Record<Language, string> = { 'zh-CN': 'zh-CN', en: 'en-GB' };

function initial(): Language {
  const asked = document.documentElement.lang;
  return (languages as readonly string[]).includes(asked) ? (asked as Language) : 'en';
}

interface LanguageState {
  language: Language;
  /** Resolves when the words are on the screen. State and inputs stay: nothing is mounted anew. */
  setLanguage: (language: Language) => Promise<void>;
}

const LanguageContext = createContext<LanguageState | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<{ language: Language; words: Record<string, string> } | null>(null);

  const setLanguage = useCallback(async (language: Language) => {
    // The frame shows first; a change of the language later brings everything at once.
    const base = (await frame[language]()).default;
    setShown((before) => (before === null ? { language, words: base } : before));
    document.documentElement.lang = language;
    const words = { ...base, ...(await areas[language]()).default };
    try {
      localStorage.setItem(stored, language);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    setShown({ language, words });
    tellAreasReady();
  }, []);

  useEffect(() => {
    void setLanguage(initial());
  }, [setLanguage]);

  const state = useMemo(() => (shown ? { language: shown.language, setLanguage } : null), [shown, setLanguage]);
  if (!shown || !state) return null;
  return (
    <LanguageContext value={state}>
      <IntlProvider locale={regional[shown.language]} defaultLocale="en" messages={shown.words}>
        <I18nProvider locale={regional[shown.language]}>
          {children}
        </I18nProvider>
      </IntlProvider>
    </LanguageContext>
  );
}

export function useLanguage(): LanguageState {
  const state = use(LanguageContext);
  if (!state) throw new Error('LanguageProvider is missing above this component');
  return state;
}
