import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';

/** The ground is quiet: what happens on it is drawn above. */
const palettes = {
  light: { land: '#f4f3ef', green: '#e1ebd8', built: '#eae8e2', sand: '#f1ead6', ice: '#eef4f7', water: '#bcd6ea', building: '#dfdcd4', casing: '#d2cec3', big: '#f3d9a4', middle: '#ffffff', small: '#ffffff', rail: '#b9b5ab', border: '#9a93a8', name: '#4a4f5a', waterName: '#3d6785', halo: '#f4f3ef' },
  dark: { land: '#191e28', green: '#1b2823', built: '#1f2530', sand: '#27251f', ice: '#242c36', water: '#16344f', building: '#252c39', casing: '#10141b', big: '#57492f', middle: '#3a4252', small: '#2c3341', rail: '#3f4654', border: '#6a6480', name: '#a9b2c3', waterName: '#6f9cc0', halo: '#12161f' },
} as const;

/** What the archive says is in it. */
export interface Ground {
  /** Address of the archive as the map asks for it. */
  url: string;
  /** Names of its layers; empty if it does not say. */
  layers: readonly string[];
}

/** Protomaps says kind, OpenMapTiles says class. */
const kind: ExpressionSpecification = ['coalesce', ['get', 'kind'], ['get', 'class'], ''];
const detail: ExpressionSpecification = ['coalesce', ['get', 'kind_detail'], ['get', 'class'], ''];
const of = (...kinds: string[]): ExpressionSpecification => ['in', kind, ['literal', kinds]];
const area: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
const way: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
const wide = (...stops: number[]): ExpressionSpecification => ['interpolate', ['exponential', 1.5], ['zoom'], ...stops] as unknown as ExpressionSpecification;

const big = ['highway', 'motorway', 'trunk', 'motorway_construction'];
const middle = ['major_road', 'medium_road', 'primary', 'secondary'];
const small = ['minor_road', 'other', 'tertiary', 'minor', 'service', 'street', 'residential'];
const green = ['forest', 'wood', 'grassland', 'grass', 'scrub', 'park', 'nature_reserve', 'national_park', 'protected_area', 'cemetery', 'golf_course', 'garden', 'meadow', 'orchard', 'wetland', 'recreation_ground', 'village_green', 'public_park'];
const built = ['urban_area', 'residential', 'commercial', 'industrial', 'retail', 'school', 'university', 'college', 'hospital', 'military', 'aerodrome', 'railway', 'quarry'];

/**
 * How a map file is drawn, whether its layers are those of Protomaps or of OpenMapTiles. Without glyphs and sprites: names are drawn with fonts of this
 * machine, and nothing is loaded but the tiles.
 */
export function mapStyle({ url, layers }: Ground, theme: keyof typeof palettes, language: string): StyleSpecification {
  const colour = palettes[theme];
  const names = language.startsWith('zh') ? ['name:zh-Hans', 'name:zh', 'name'] : ['name:en', 'name_en', 'name:latin', 'name'];
  const name = ['coalesce', ...names.map((key) => ['get', key]), ''] as unknown as ExpressionSpecification;
  const drawn: LayerSpecification[] = [];
  const add = (source: string, made: (base: { id: string; source: string; 'source-layer': string }) => LayerSpecification) => {
    if (layers.length === 0 || layers.includes(source)) drawn.push(made({ id: `${source} ${drawn.length}`, source: 'ground', 'source-layer': source }));
  };
  const fill = (source: string, filter: ExpressionSpecification, fillColour: string, minzoom = 0) =>
    add(source, (base) => ({ ...base, type: 'fill', minzoom, filter: ['all', area, filter], paint: { 'fill-color': fillColour } }));
  const line = (source: string, filter: ExpressionSpecification, lineColour: string, width: ExpressionSpecification, minzoom = 0, dashes?: number[]) =>
    add(source, (base) => ({
      ...base,
      type: 'line',
      minzoom,
      filter: ['all', way, filter],
      layout: { 'line-cap': dashes ? 'butt' : 'round', 'line-join': 'round' },
      paint: { 'line-color': lineColour, 'line-width': width, ...(dashes ? { 'line-dasharray': dashes } : {}) },
    }));
  const label = (source: string, filter: ExpressionSpecification, size: ExpressionSpecification | number, textColour: string, minzoom = 0, isAlong = false, maxzoom = 24) =>
    add(source, (base) => ({
      ...base,
      type: 'symbol',
      minzoom,
      maxzoom,
      filter,
      layout: { 'text-field': name, 'text-font': ['sans-serif'], 'text-size': size, 'text-max-width': 8, 'text-padding': 6, ...(isAlong ? { 'symbol-placement': 'line' as const } : {}) },
      paint: { 'text-color': textColour, 'text-halo-color': colour.halo, 'text-halo-width': 1.4 },
    }));
  const all: ExpressionSpecification = ['boolean', true];

  fill('earth', all, colour.land);
  for (const source of ['landcover', 'landuse', 'park', 'natural']) {
    fill(source, of(...built), colour.built);
    fill(source, source === 'park' ? all : of(...green), colour.green);
    fill(source, of('sand', 'beach', 'barren'), colour.sand);
    fill(source, of('glacier', 'ice'), colour.ice);
  }
  fill('water', all, colour.water);
  line('water', of('river', 'canal', 'stream'), colour.water, wide(7, 0.5, 12, 1.5, 18, 8));
  line('waterway', all, colour.water, wide(7, 0.5, 12, 1.5, 18, 8));
  fill('buildings', all, colour.building, 14);
  fill('building', all, colour.building, 14);
  for (const source of ['roads', 'transportation']) {
    line(source, of(...small), colour.casing, wide(12, 0.6, 16, 6, 20, 26), 12);
    line(source, of(...middle), colour.casing, wide(8, 0.8, 12, 3, 16, 12, 20, 40), 8);
    line(source, of(...big), colour.casing, wide(5, 0.8, 12, 5, 16, 16, 20, 50), 5);
    line(source, of('path', 'track'), colour.casing, wide(14, 0.5, 18, 2), 14, [3, 2]);
    line(source, of(...small), colour.small, wide(12, 0.3, 16, 4.5, 20, 23), 12);
    line(source, of(...middle), colour.middle, wide(8, 0.4, 12, 2, 16, 10, 20, 37), 8);
    line(source, of(...big), colour.big, wide(5, 0.5, 12, 3.6, 16, 13.5, 20, 46), 5);
    line(source, of('rail', 'transit'), colour.rail, wide(10, 0.5, 16, 1.5), 10, [4, 3]);
  }
  const inland: ExpressionSpecification = ['any', of('country', 'region'), ['<=', ['to-number', ['get', 'admin_level'], 99], 4]];
  line('boundaries', inland, colour.border, wide(2, 0.6, 12, 1.6), 2, [4, 2]);
  line('boundary', inland, colour.border, wide(2, 0.6, 12, 1.6), 2, [4, 2]);
  label('transportation_name', of(...big, ...middle, ...small), 11, colour.name, 13, true);
  label('roads', of(...big, ...middle, ...small), 11, colour.name, 13, true);
  label('water_name', all, 11, colour.waterName, 8);
  for (const source of ['places', 'place']) {
    label(source, ['in', detail, ['literal', ['neighbourhood', 'suburb', 'quarter', 'village', 'hamlet']]], 11, colour.name, 11);
    label(source, ['in', detail, ['literal', ['town']]], wide(8, 11, 14, 15), colour.name, 8);
    label(source, ['any', ['in', detail, ['literal', ['city']]], ['all', of('locality'), ['!', ['has', 'kind_detail']]]], wide(4, 11, 12, 18), colour.name, 4);
    label(source, of('region', 'state', 'province'), 12, colour.name, 4, false, 8);
    label(source, of('country'), 13, colour.name, 1, false, 7);
  }
  return {
    version: 8,
    sources: { ground: { type: 'vector', url: `pmtiles://${url}` } },
    layers: [{ id: 'land', type: 'background', paint: { 'background-color': layers.includes('earth') ? colour.water : colour.land } }, ...drawn],
  };
}
