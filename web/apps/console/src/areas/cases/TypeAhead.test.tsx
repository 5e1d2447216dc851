import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TypeAhead, type Choice } from './TypeAhead.tsx';

const symptoms: Choice[] = [
  { id: 'power', label: 'No display', keys: ['No display'] },
  { id: 'disk', label: 'Disk light', keys: ['Disk light'] },
];

let root: Root;
let host: HTMLDivElement;

function Form({ choices }: { choices: Choice[] }) {
  const [value, setValue] = useState<string | null>(null);
  return (
    <IntlProvider locale="en" onError={() => undefined}>
      <TypeAhead label="Symptom" choices={choices} value={value} onChange={setValue} />
      <button type="button">Next</button>
      <output>{value}</output>
    </IntlProvider>
  );
}

const show = (choices: Choice[]) => act(async () => root.render(<Form choices={choices} />));
const chosen = () => host.querySelector('output')?.textContent;

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  await show([]);
});

afterEach(async () => {
  await act(async () => root.unmount());
  host.remove();
});

const input = () => host.querySelector('input') as HTMLInputElement;

async function type(text: string) {
  await act(async () => {
    input().focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input(), text);
    input().dispatchEvent(new Event('input', { bubbles: true }));
  });
}
const enter = () => act(async () => input().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })));
const goOn = () => act(async () => host.querySelector('button')?.focus());

test('what is typed before the choices come is looked up when they are there', async () => {
  await type('disk');
  await enter();
  await goOn();
  expect(input().value).toBe('disk');
  await show(symptoms);
  expect(chosen()).toBe('disk');
  expect(input().value).toBe('Disk light');
});

test('what matches none of the choices goes when one goes on', async () => {
  await show(symptoms);
  await type('nothing like it');
  await enter();
  await goOn();
  expect(chosen()).toBe('');
  expect(input().value).toBe('');
});
