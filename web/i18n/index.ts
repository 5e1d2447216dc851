export { LanguageProvider, areaWords, useLanguage, languages, type Language } from './language.tsx';
export { useText, Message, type Say, type Values } from './text.tsx';
export { useDates, useDurations, useNumbers, SiteZone, ownZone, type Dates, type Durations } from './formats.tsx';
