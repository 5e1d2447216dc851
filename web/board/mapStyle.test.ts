import { expect, it } from 'vitest';
import { mapStyle } from './mapStyle.ts';

const url = 'http://localhost/api/v1/map-file?version=1-2';
const layersOf = (layers: string[], theme: 'light' | 'dark' = 'light', language = 'en') => mapStyle({ url, layers }, theme, language).layers;
const sources = (layers: string[]) => new Set(layersOf(layers).flatMap((layer) => ('source-layer' in layer ? [layer['source-layer']] : [])));

it('draws the layers that the file has, of either family, and asks for no other', () => {
  expect(sources(['earth', 'water', 'roads', 'places', 'pois'])).toEqual(new Set(['earth', 'water', 'roads', 'places']));
  expect(sources(['water', 'waterway', 'transportation', 'transportation_name', 'place', 'boundary', 'housenumber'])).toEqual(
    new Set(['water', 'waterway', 'transportation', 'transportation_name', 'place', 'boundary']),
  );
});

it('loads tiles and nothing else', () => {
  const style = mapStyle({ url, layers: [] }, 'light', 'zh-CN');
  expect(style.glyphs).toBeUndefined();
  expect(style.sprite).toBeUndefined();
  expect(style.sources).toEqual({ ground: { type: 'vector', url: `pmtiles://${url}` } });
  expect(JSON.stringify(style).match(/https?:/g)).toHaveLength(1);
});

it('has the same layers in light and dark, in other colours, with names in the language of the reader', () => {
  const of = (theme: 'light' | 'dark', language: string) => layersOf([], theme, language);
  expect(of('dark', 'en').map((layer) => layer.id)).toEqual(of('light', 'en').map((layer) => layer.id));
  expect(of('dark', 'en')).not.toEqual(of('light', 'en'));
  expect(JSON.stringify(of('light', 'zh-CN'))).toContain('name:zh');
  expect(JSON.stringify(of('light', 'en'))).not.toContain('name:zh');
  expect(new Set(of('light', 'en').map((layer) => layer.id)).size).toBe(of('light', 'en').length);
});
