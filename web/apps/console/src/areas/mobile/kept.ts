/** What was typed and is not on the server yet, kept in this browser by visit. */
export function readKept<Value>(key: string): Value | null {
  try {
    const text = localStorage.getItem(`firstfix.${key}`);
    return text === null ? null : (JSON.parse(text) as Value);
  } catch {
    return null;
  }
}

export function keep(key: string, value: unknown) {
  try {
    if (value === null) localStorage.removeItem(`firstfix.${key}`);
    else localStorage.setItem(`firstfix.${key}`, JSON.stringify(value));
  } catch {
    // Storage that is full or forbidden: it is still on the screen and on its way to the server.
  }
}
