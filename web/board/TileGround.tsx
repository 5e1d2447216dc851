import { Map as Tiles, addProtocol, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { PMTiles, Protocol } from 'pmtiles';
import { useEffect, useRef, useState } from 'react';
import type { Sight } from './SchematicMap.tsx';
import { mapStyle, type Ground } from './mapStyle.ts';
import styles from './SchematicMap.module.css';

// From this server like everything else: the content security policy knows no other place.
setWorkerUrl(worker);
const protocol = new Protocol();
addProtocol('pmtiles', protocol.tile);

const tileSize = 512;
const zoomOf = (pixelsPerDegree: number) => Math.log2((pixelsPerDegree * 360) / tileSize);
const themeOf = (): 'light' | 'dark' => (getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'dark' : 'light');

interface Archive extends Ground {
  /** Whose map it is, as its maker wants it said. */
  credit: string;
}

async function read(url: string): Promise<Archive> {
  const archive = new PMTiles(url);
  protocol.add(archive);
  const metadata = (await archive.getMetadata()) as { vector_layers?: { id: string }[]; attribution?: string };
  return {
    url,
    layers: (metadata.vector_layers ?? []).map((layer) => layer.id),
    credit: new DOMParser().parseFromString(metadata.attribution ?? '', 'text/html').body.textContent.trim(),
  };
}

export interface TileGroundProps {
  /** Address of a PMTiles archive on this server. */
  url: string;
  language: string;
  sight: Sight;
  /** It cannot be read, or this browser cannot draw it. */
  onFail: () => void;
}

/** The tiles of a map file, beneath a drawing that moves them. Nobody touches the map itself. */
export function TileGround({ url, language, sight, onFail }: TileGroundProps) {
  const frame = useRef<HTMLDivElement>(null);
  const map = useRef<Tiles | null>(null);
  const [archive, setArchive] = useState<Archive | null>(null);
  const [theme, setTheme] = useState(themeOf);
  const [isDrawn, setDrawn] = useState(false);
  const failed = useRef(onFail);
  const latest = useRef(sight);
  useEffect(() => {
    failed.current = onFail;
    latest.current = sight;
  });

  useEffect(() => {
    let isWanted = true;
    read(new URL(url, location.href).href).then(
      (found) => isWanted && setArchive(found),
      () => isWanted && failed.current(),
    );
    return () => {
      isWanted = false;
    };
  }, [url]);

  useEffect(() => {
    const look = () => setTheme(themeOf());
    const system = matchMedia('(prefers-color-scheme: dark)');
    const chosen = new MutationObserver(look);
    chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    system.addEventListener('change', look);
    return () => {
      chosen.disconnect();
      system.removeEventListener('change', look);
    };
  }, []);

  useEffect(() => {
    if (!archive || !frame.current) return undefined;
    const { latitude, longitude, pixelsPerDegree } = latest.current;
    let made: Tiles;
    try {
      made = new Tiles({
        container: frame.current,
        style: mapStyle(archive, theme, language),
        center: [longitude, latitude],
        zoom: zoomOf(pixelsPerDegree),
        minZoom: -2,
        maxZoom: 24,
        interactive: false,
        attributionControl: false,
        renderWorldCopies: false,
      });
    } catch {
      failed.current();
      return undefined;
    }
    // One tile that cannot be read leaves a hole; a map of which nothing could be read is none.
    let isAnyLoaded = false;
    made.on('data', (event) => {
      if (event.dataType === 'source' && 'tile' in event && event.tile) isAnyLoaded = true;
    });
    made.on('error', () => {
      if (!isAnyLoaded) failed.current();
    });
    made.once('idle', () => setDrawn(true));
    map.current = made;
    return () => {
      map.current = null;
      made.remove();
    };
    // Theme and language are changed below, without a new map.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [archive]);

  const shown = useRef({ theme, language });
  useEffect(() => {
    if (archive && map.current && (shown.current.theme !== theme || shown.current.language !== language)) map.current.setStyle(mapStyle(archive, theme, language));
    shown.current = { theme, language };
  }, [archive, theme, language]);

  useEffect(() => {
    map.current?.resize();
  }, [sight.width, sight.height]);
  useEffect(() => {
    map.current?.jumpTo({ center: [sight.longitude, sight.latitude], zoom: zoomOf(sight.pixelsPerDegree) });
  });

  return (
    <>
      <div ref={frame} className={styles.ground} aria-hidden="true" data-drawn={isDrawn || undefined} />
      {archive?.credit && <p className={styles.credit}>{archive.credit}</p>}
    </>
  );
}
