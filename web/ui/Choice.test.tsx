import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { RadioGroup } from './Choice.tsx';

const options = [
  { id: 'one', label: 'One' },
  { id: 'two', label: 'Two' },
];

test.each(['', null])('a group in which nothing is chosen yet (%j) is reached with the Tab key', (value) => {
  const html = renderToStaticMarkup(<RadioGroup label="How" value={value} onChange={() => undefined} options={options} />);
  expect(html).toContain('tabindex="0"');
});
