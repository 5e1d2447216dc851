import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from './Button.tsx';
import { useShortcut } from './shortcuts.ts';

const save = vi.fn();
const press = vi.fn();

function Form() {
  useShortcut('Ctrl+Enter', 'Save', 'Page', save);
  return <Button onPress={press}>Choose</Button>;
}

afterEach(() => vi.clearAllMocks());

async function key(init: KeyboardEventInit) {
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  await act(async () => {
    root.render(
      <IntlProvider locale="en">
        <Form />
      </IntlProvider>,
    );
  });
  const button = host.querySelector('button') as HTMLButtonElement;
  await act(async () => {
    button.focus();
    button.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
    button.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true, cancelable: true, ...init }));
  });
  await act(async () => root.unmount());
  host.remove();
}

test('a chord of the page acts although a button is at hand, and does not press it', async () => {
  await key({ key: 'Enter', ctrlKey: true });
  expect(save).toHaveBeenCalledTimes(1);
  expect(press).not.toHaveBeenCalled();
});

test('Enter alone belongs to the button', async () => {
  await key({ key: 'Enter' });
  expect(save).not.toHaveBeenCalled();
});
