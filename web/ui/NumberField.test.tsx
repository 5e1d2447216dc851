import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { IntlProvider } from 'react-intl';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NumberField } from './NumberField.tsx';

let root: Root;
let host: HTMLDivElement;

function Form() {
  const [value, setValue] = useState<number | null>(1);
  return (
    <IntlProvider locale="en" onError={() => undefined}>
      <NumberField label="Minutes" value={value} onChange={setValue} />
      <p>beside it</p>
      <output>{value}</output>
    </IntlProvider>
  );
}

beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  await act(async () => root.render(<Form />));
});

afterEach(async () => {
  await act(async () => root.unmount());
  host.remove();
});

const told = () => host.querySelector('output')?.textContent;
const press = (where: Element) => act(async () => where.dispatchEvent(new Event('pointerdown', { bubbles: true })));

test('a press elsewhere leaves the field, a press in it does not', async () => {
  const input = host.querySelector('input') as HTMLInputElement;
  await act(async () => {
    input.focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '45');
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await press(input);
  expect(told()).toBe('1');
  await press(host.querySelector('p') as Element);
  expect(told()).toBe('45');
});
