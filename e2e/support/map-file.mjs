/*
 * Writes a small map: a PMTiles archive (version 3) of vector tiles of eastern China, in detail around Hangzhou, drawn by a rule instead of surveyed. Every
 * tile has a lake, a park, roads, a border and a town, in layers that are called as those of Protomaps.
 *   node support/map-file.mjs FILE
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const extent = 4096;
const deepest = 11;

const varint = (value) => {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return [...bytes, value];
};
const field = (number, content) => [...varint(number * 8 + 2), ...varint(content.length), ...content];
const number = (id, value) => [...varint(id * 8), ...varint(value)];
const text = (words) => [...Buffer.from(words)];
const zigzag = (value) => (value < 0 ? -2 * value - 1 : 2 * value);

/** Commands of a way through points; closed for areas. */
function geometry(points, isArea) {
  const steps = points.map(([x, y], index) => [x - (points[index - 1]?.[0] ?? 0), y - (points[index - 1]?.[1] ?? 0)]);
  const drawn = ([x, y]) => [zigzag(x), zigzag(y)];
  const first = [9, ...drawn(steps[0])];
  if (points.length === 1) return first;
  return [...first, ((points.length - 1) << 3) | 2, ...steps.slice(1).flatMap(drawn), ...(isArea ? [15] : [])];
}

const types = { point: 1, line: 2, area: 3 };

/** @param features [type, points, properties] */
function layer(name, features) {
  const keys = [];
  const values = [];
  const at = (list, one) => (list.includes(one) ? list.indexOf(one) : list.push(one) - 1);
  const encoded = features.flatMap(([type, points, properties]) => {
    const tags = Object.entries(properties).flatMap(([key, value]) => [at(keys, key), at(values, value)]);
    return field(2, [
      ...field(2, tags.flatMap(varint)),
      ...number(3, types[type]),
      ...field(4, geometry(points, type === 'area').flatMap(varint)),
    ]);
  });
  return field(3, [
    ...number(15, 2),
    ...field(1, text(name)),
    ...encoded,
    ...keys.flatMap((key) => field(3, text(key))),
    ...values.flatMap((value) => field(4, field(1, text(value)))),
    ...number(5, extent),
  ]);
}

const square = (x, y, width, height) => [[x, y], [x + width, y], [x + width, y + height], [x, y + height]];
const tile = [
  ...layer('earth', [['area', square(0, 0, extent, extent), { kind: 'earth' }]]),
  ...layer('landuse', [['area', square(2400, 400, 1200, 900), { kind: 'park' }], ['area', square(300, 2600, 900, 900), { kind: 'industrial' }]]),
  ...layer('water', [['area', square(400, 500, 1300, 1100), { kind: 'lake' }], ['line', [[0, 3700], [1800, 3300], [4096, 3700]], { kind: 'river' }]]),
  ...layer('roads', [
    ['line', [[0, 2048], [4096, 2048]], { kind: 'highway', name: '一号路', 'name:en': 'Road One' }],
    ['line', [[2048, 0], [2048, 4096]], { kind: 'major_road', name: '二号路', 'name:en': 'Road Two' }],
  ]),
  ...layer('boundaries', [['line', [[3900, 0], [3900, 4096]], { kind: 'region' }]]),
  ...layer('places', [['point', [[3000, 3000]], { kind: 'locality', kind_detail: 'city', name: '试城', 'name:en': 'Trytown' }]]),
];

/** Place of a tile on the curve that runs through all tiles. */
function tileId(zoom, column, row) {
  let id = 0;
  for (let z = 0; z < zoom; z++) id += 4 ** z;
  let [x, y] = [column, row];
  for (let side = 2 ** (zoom - 1); side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const low = (y & side) > 0 ? 1 : 0;
    id += side * side * ((3 * right) ^ low);
    if (low === 0) {
      if (right === 1) [x, y] = [side - 1 - x, side - 1 - y];
      [x, y] = [y, x];
    }
  }
  return id;
}

const box = { west: 112, south: 26, east: 124, north: 34 };
const around = { west: 119, south: 29, east: 121.5, north: 31 };
const columnOf = (longitude, zoom) => Math.floor(((longitude + 180) / 360) * 2 ** zoom);
const rowOf = (latitude, zoom) => Math.floor(((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * 2 ** zoom);

export function mapFile() {
  const ids = [];
  for (let zoom = 0; zoom <= deepest; zoom++) {
    const { west, south, east, north } = zoom <= 7 ? box : around;
    for (let x = columnOf(west, zoom); x <= columnOf(east, zoom); x++) {
      for (let y = rowOf(north, zoom); y <= rowOf(south, zoom); y++) ids.push(tileId(zoom, x, y));
    }
  }
  ids.sort((one, other) => one - other);
  // All of them are the one tile that there is.
  const root = Buffer.from([
    ...varint(ids.length),
    ...ids.flatMap((id, index) => varint(id - (ids[index - 1] ?? 0))),
    ...ids.flatMap(() => varint(1)),
    ...ids.flatMap(() => varint(tile.length)),
    ...ids.flatMap(() => varint(1)),
  ]);
  const layers = ['earth', 'landuse', 'water', 'roads', 'boundaries', 'places'];
  const metadata = Buffer.from(JSON.stringify({ attribution: '<a href="https://example.org">© Nobody surveyed this</a>', vector_layers: layers.map((id) => ({ id, fields: {} })) }));
  const header = Buffer.alloc(127);
  header.write('PMTiles');
  header.writeUInt8(3, 7);
  const metadataAt = 127 + root.length;
  const tilesAt = metadataAt + metadata.length;
  [127, root.length, metadataAt, metadata.length, tilesAt, 0, tilesAt, tile.length, ids.length, ids.length, 1].forEach((value, index) => header.writeBigUInt64LE(BigInt(value), 8 + index * 8));
  // Not clustered; nothing compressed; vector tiles; first and last zoom.
  [0, 1, 1, 1, 0, deepest].forEach((value, index) => header.writeUInt8(value, 96 + index));
  [box.west, box.south, box.east, box.north].forEach((degrees, index) => header.writeInt32LE(degrees * 1e7, 102 + index * 4));
  return Buffer.concat([header, root, metadata, Buffer.from(tile)]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = process.argv[2];
  if (!file) {
    console.error('Say which file to write: node support/map-file.mjs FILE');
    process.exit(2);
  }
  writeFileSync(file, mapFile());
}
