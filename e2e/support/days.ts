/** The day at the demo's house, which is in China: it may be tomorrow there already. */
export const dayAtTheHouse = (at: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at);

/** A day on which people work, at least so many days ahead: what happens in the demo today does not matter there. */
export function workingDayIn(days: number): string {
  const day = new Date(`${dayAtTheHouse(Date.now() + days * 86_400_000)}T00:00:00Z`);
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

export function sundayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 7 - day.getUTCDay());
  return day.toISOString().slice(0, 10);
}
