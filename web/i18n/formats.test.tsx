import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'react-intl';
import { expect, test } from 'vitest';
import { useDurations } from './formats.tsx';
import en from './messages/en/common.json';
import zh from './messages/zh-CN/common.json';

function Shown({ seconds }: { seconds: number }) {
  const durations = useDurations();
  return (
    <>
      {durations.full(seconds)}|{durations.clock(seconds)}
    </>
  );
}

const show = (language: 'en' | 'zh-CN', seconds: number) =>
  renderToStaticMarkup(
    <IntlProvider locale={language} messages={language === 'en' ? en : zh}>
      <Shown seconds={seconds} />
    </IntlProvider>,
  );

test.each([
  [4800, '1 h 20 min|1:20', '1 小时 20 分|1:20'],
  [3600, '1 h|1:00', '1 小时|1:00'],
  [2880, '48 min|0:48', '48 分|0:48'],
  [3580, '1 h|0:59', '1 小时|0:59'],
  [95_000, '1 d 2 h|26:23', '1 天 2 小时|26:23'],
  [-2040, '34 min|−0:34', '34 分|−0:34'],
  [20, '20 s|0:00', '20 秒|0:00'],
])('%i seconds', (seconds, english, chinese) => {
  expect(show('en', seconds)).toBe(english);
  expect(show('zh-CN', seconds)).toBe(chinese);
});
