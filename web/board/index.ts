export { BoardTimeline, type BoardHandle, type BoardTimelineProps } from './BoardTimeline.tsx';
export { WeekGrid, type WeekCell, type WeekGridProps, type WeekRow } from './WeekGrid.tsx';
export { SchematicMap, type MapPlace, type MapView, type SchematicMapProps, type Sight } from './SchematicMap.tsx';
export type { BoardBar, BoardHalt, BoardRow, Ghost, Shade, Target } from './types.ts';
export { onGrid } from './geometry.ts';
