import type { Tone } from '@firstfix/ui';
import { memo, useEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { boxOf, outline, pointOf, spotOf, type Point, type Spot } from './mapGeometry.ts';
import styles from './SchematicMap.module.css';

/** Something that is somewhere. */
export interface MapPlace extends Point {
  id: string;
  kind: 'visit' | 'job' | 'home' | 'depot' | 'present';
  tone: Tone;
  /** Its promise is missed or will be: a red ring. */
  isAtRisk?: boolean;
  words: string;
  /** One or two characters drawn on somebody's mark. */
  initials?: string;
}

/** What is in sight: the middle, and how many times closer than everything. */
export interface MapView extends Point {
  zoom: number;
}

/** What of the earth the frame shows: its middle, its scale and its size in pixels. */
export interface Sight extends Point {
  pixelsPerDegree: number;
  width: number;
  height: number;
}

export interface SchematicMapProps {
  label: string;
  /** How it is moved with keys. */
  hint: string;
  places: readonly MapPlace[];
  selected: string | null;
  /** Where the selected engineer goes, in order; straight lines. */
  route: readonly Point[];
  territories: readonly { id: string; label: string; points: readonly Point[] }[];
  view: MapView | null;
  onView: (view: MapView | null) => void;
  onSelect: (place: MapPlace) => void;
  /** What lies beneath: tiles of a real map. */
  ground?: (sight: Sight) => ReactNode;
  children?: ReactNode;
}

const closest = 64;

/** Places as they lie to each other; without a ground a map without a map. Moved by hand, wheel and keys; it moves only when the user moves it. */
export function SchematicMap({ label, hint, places, selected, route, territories, view, onView, onSelect, ground, children }: SchematicMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 800, height: 600 });
  useEffect(() => {
    const element = frame.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth || 800, height: element.clientHeight || 600 }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // The whole stays while visits come and go: what is drawn must not jump.
  const [whole, setWhole] = useState<ReturnType<typeof boxOf> | null>(null);
  if (whole === null && places.length > 0) setWhole(boxOf(places.map(spotOf)));
  const box = whole ?? boxOf([]);
  const middle = view ? spotOf(view) : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const scale = Math.min(size.width / box.width, size.height / box.height) * (view?.zoom ?? 1);

  const show = (spot: Spot, zoom: number) => onView({ ...pointOf(spot), zoom: Math.max(1, Math.min(closest, zoom)) });
  const zoomBy = (factor: number, around: Spot = middle) => {
    const zoom = Math.max(1, Math.min(closest, (view?.zoom ?? 1) * factor));
    const share = (view?.zoom ?? 1) / zoom;
    show({ x: around.x + (middle.x - around.x) * share, y: around.y + (middle.y - around.y) * share }, zoom);
  };
  const pan = (x: number, y: number) => show({ x: middle.x + x / scale, y: middle.y + y / scale }, view?.zoom ?? 1);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target !== event.currentTarget) return;
    const act = {
      ArrowLeft: () => pan(-60, 0),
      ArrowRight: () => pan(60, 0),
      ArrowUp: () => pan(0, -60),
      ArrowDown: () => pan(0, 60),
      '+': () => zoomBy(1.5),
      '=': () => zoomBy(1.5),
      '-': () => zoomBy(1 / 1.5),
      '0': () => onView(null),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  // React listens to the wheel passively; the page must not scroll while the map is zoomed.
  const wheel = useRef((_event: WheelEvent) => undefined as void);
  useEffect(() => {
    wheel.current = (event) => {
      event.preventDefault();
      const bounds = frame.current?.getBoundingClientRect();
      if (!bounds) return;
      const around = { x: middle.x + (event.clientX - bounds.left - size.width / 2) / scale, y: middle.y + (event.clientY - bounds.top - size.height / 2) / scale };
      zoomBy(event.deltaY < 0 ? 1.2 : 1 / 1.2, around);
    };
  });
  useEffect(() => {
    const element = frame.current;
    const turned = (event: WheelEvent) => wheel.current(event);
    element?.addEventListener('wheel', turned, { passive: false });
    return () => element?.removeEventListener('wheel', turned);
  }, []);

  const held = useRef<{ x: number; y: number; middle: Spot; hasMoved: boolean } | null>(null);
  const onPointerDown = (event: PointerEvent) => {
    if (event.button === 0) held.current = { x: event.clientX, y: event.clientY, middle, hasMoved: false };
  };
  const onPointerMove = (event: PointerEvent) => {
    const from = held.current;
    if (!from || (event.buttons & 1) === 0) return;
    if (!from.hasMoved && Math.hypot(event.clientX - from.x, event.clientY - from.y) < 4) return;
    if (!from.hasMoved) frame.current?.setPointerCapture(event.pointerId);
    from.hasMoved = true;
    show({ x: from.middle.x - (event.clientX - from.x) / scale, y: from.middle.y - (event.clientY - from.y) / scale }, view?.zoom ?? 1);
  };
  const byId = useMemo(() => new Map(places.map((place) => [place.id, place])), [places]);
  const chosen = selected === null ? undefined : byId.get(selected);
  const ways = route.map(spotOf);

  return (
    <div className={styles.map}>
      {/* It has keys of its own; every mark is in the lists beside it as well. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={frame}
        className={styles.frame}
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={`${label}. ${hint}`}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => setTimeout(() => (held.current = null))}
        onClick={(event) => {
          if (held.current?.hasMoved) return;
          const id = event.target instanceof Element ? event.target.closest<SVGElement>('[data-place]')?.dataset.place : undefined;
          const place = id === undefined ? undefined : byId.get(id);
          if (place) onSelect(place);
        }}
      >
        {ground?.({ ...pointOf(middle), pixelsPerDegree: scale, ...size })}
        <svg className={styles.drawing} width={size.width} height={size.height} aria-hidden="true" focusable="false">
          <g style={{ '--unit': 1 / scale } as CSSProperties} transform={`translate(${size.width / 2} ${size.height / 2}) scale(${scale}) translate(${-middle.x} ${-middle.y})`}>
            {territories.map((territory) => (
              <Territory key={territory.id} points={territory.points} label={territory.label} />
            ))}
            {ways.length > 1 && <polyline className={styles.route} points={ways.map(({ x, y }) => `${x},${y}`).join(' ')} />}
            <Marks places={places} />
            {chosen && <Chosen spot={spotOf(chosen)} />}
          </g>
        </svg>
      </div>
      <div className={styles.tools}>{children}</div>
    </div>
  );
}

function Territory({ points, label }: { points: readonly Point[]; label: string }) {
  const corners = useMemo(() => outline(points.map(spotOf)), [points]);
  if (corners.length < 3) return null;
  const top = corners.reduce((best, corner) => (corner.y < best.y ? corner : best));
  return (
    <>
      <polygon className={styles.territory} points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
      <text className={styles.territoryName} dy={-12} style={{ transform: `translate(${top.x}px, ${top.y}px) scale(var(--unit))` }}>
        {label}
      </text>
    </>
  );
}

function Chosen({ spot }: { spot: Spot }) {
  return <circle className={styles.chosen} cx={spot.x} cy={spot.y} />;
}

/** Drawn once: moving and zooming change the group around them only. */
const Marks = memo(function Marks({ places }: { places: readonly MapPlace[] }) {
  return places.map((place) => {
    const { x, y } = spotOf(place);
    return (
      <g key={place.id} className={styles[place.tone]} data-place={place.id} data-kind={place.kind} data-risk={place.isAtRisk || undefined}>
        <title>{place.words}</title>
        {place.kind === 'home' ? (
          <path className={styles.home} d="M0 -7 L7 0 L5 0 L5 6 L-5 6 L-5 0 L-7 0 Z" style={{ transform: `translate(${x}px, ${y}px) scale(var(--unit))` }} />
        ) : place.kind === 'depot' ? (
          <path className={styles.depot} d="M-8 7V-3L0-8L8-3V7ZM-4 7V0H4V7" style={{ transform: `translate(${x}px, ${y}px) scale(var(--unit))` }} />
        ) : place.kind === 'present' ? (
          <>
            <circle className={styles.present} cx={x} cy={y} />
            <text className={styles.initials} style={{ transform: `translate(${x}px, ${y}px) scale(var(--unit))` }}>
              {place.initials}
            </text>
          </>
        ) : (
          <circle className={place.kind === 'job' ? styles.job : styles.visit} cx={x} cy={y} />
        )}
      </g>
    );
  });
});
