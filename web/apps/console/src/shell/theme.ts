import { useCallback, useState } from 'react';

export type Theme = 'light' | 'dark' | 'system';
const key = 'firstfix.theme';

/** The plain word in storage is read by early.js before the first paint. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(() => (document.documentElement.dataset.theme as Theme | undefined) ?? 'system');
  const choose = useCallback((next: Theme) => {
    setTheme(next);
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    try {
      if (next === 'system') localStorage.removeItem(key);
      else localStorage.setItem(key, next);
    } catch {
      // Without storage it lasts as long as the page.
    }
  }, []);
  return [theme, choose];
}
