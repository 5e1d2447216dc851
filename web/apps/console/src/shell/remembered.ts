import { useCallback, useState } from 'react';

/** A small thing a person chose about his screen, kept in this browser. */
export function useRemembered<Value extends string | number | boolean>(name: string, initial: Value): [Value, (value: Value) => void] {
  const key = `firstfix.${name}`;
  const [value, setValue] = useState<Value>(() => {
    try {
      const text = localStorage.getItem(key);
      return text === null ? initial : (JSON.parse(text) as Value);
    } catch {
      return initial;
    }
  });
  const keep = useCallback(
    (next: Value) => {
      setValue(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Without storage it lasts as long as the page.
      }
    },
    [key],
  );
  return [value, keep];
}
