import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The field material lies beside the project, or where FIRSTFIX_SHARED says; beside any folder above for a work tree. */
export function shared(path: string): string {
  const given = process.env.FIRSTFIX_SHARED;
  if (given) return join(given, path);
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const found = join(folder, 'shared', path);
    if (existsSync(found)) return found;
    const above = dirname(folder);
    if (above === folder) throw new Error(`${path} was not found in a folder "shared" beside the project; FIRSTFIX_SHARED says where it is`);
    folder = above;
  }
}

/** One report of the field: what the customer said, of which machine, and what it was in the end. */
export interface FieldReport {
  symptomZh: string;
  symptomEn: string;
  model: string;
  customer: string;
  causeZh: string;
  causeEn: string;
  /** The catalogue's words for the causes, in which diagnosis and report are written. */
  causes: Cause[];
  /** The catalogue's symptom. */
  symptom: { zh: string; en: string };
  /** The catalogue's family of the machine, as part numbers end with it. */
  family: string;
}

export interface Cause {
  code: string;
  zh: string;
  en: string;
}

const cause = (code: string, zh: string, en: string): Cause => ({ code, zh, en });
const mainboard = cause('board.mainboard', '主板故障', 'Mainboard fault');
const memory = cause('memory.damaged', '内存损坏', 'Memory damaged');

/** The file's causes in the catalogue. Whoever changes the file changes this: an unknown word stops the journey. */
const causes: Record<string, Cause[]> = {
  'RAID card fault': [cause('raid.card', 'RAID 卡故障', 'RAID card fault')],
  'disk physically damaged': [cause('disk.damaged', '硬盘物理损坏', 'Disk physically damaged')],
  'memory dead': [memory],
  'mainboard fault': [mainboard],
  'loose slot': [cause('connection.slot', '插槽松动', 'Loose slot')],
  'memory damaged': [memory],
  'mainboard and memory both damaged': [mainboard, memory],
  'PCI board fault': [cause('board.pci', 'PCI 板故障', 'PCI board fault')],
  'disk logically offline': [cause('disk.offline', '硬盘逻辑掉线', 'Disk logically offline')],
};

const symptoms: Record<string, FieldReport['symptom']> = {
  'four HDD amber lights steadily on': { zh: '硬盘黄灯常亮', en: 'Disk amber light steadily on' },
  'disk not detected in Ctrl+A on X3400': { zh: '硬盘无法识别', en: 'Disk not detected' },
  'no display at power-on': { zh: '开机无显示', en: 'No display at power-on' },
  'RAID card fails self-test': { zh: 'RAID 卡自检不过', en: 'RAID card fails self-test' },
  'DIMM1 error; light-path MEM amber': { zh: '内存报错', en: 'Memory error' },
  'blue screen at power-on': { zh: '开机蓝屏', en: 'Blue screen at power-on' },
  'BOARD error': { zh: 'BOARD 报错', en: 'BOARD error' },
  'disk amber light steadily on': { zh: '硬盘黄灯常亮', en: 'Disk amber light steadily on' },
};

/** The machine type is the first four characters of the model. */
const families: Record<string, string> = { 7979: 'X3650', 8887: 'X3400', 7974: 'X3400', 6623: '6623', 8840: 'X346', 8675: '8675', 8670: 'X345' };

const spareParts: Record<string, string> = { 'raid.card': 'RAID', 'disk.damaged': 'HDD', 'disk.offline': 'HDD', 'memory.damaged': 'MEM', 'board.mainboard': 'MB', 'board.pci': 'PCI' };

/** What repairs it: the spare part of the cause that fits the machine; a new cable where a contact was loose. */
export function sparePart({ code }: Cause, { family }: FieldReport): string {
  return code in spareParts ? `FF-${spareParts[code]}-${family}` : 'FF-CBL-DISK';
}

/** The ten reports of fault-cases.csv. Its cells hold commas of neither kind that would need quotes. */
export function fieldReports(): FieldReport[] {
  const [head, ...lines] = readFileSync(shared('domain/fault-cases.csv'), 'utf8').replace(/^\uFEFF/, '').trim().split(/\r?\n/);
  const names = (head ?? '').split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== names.length) throw new Error(`fault-cases.csv: ${line}`);
    const cell = (name: string) => cells[names.indexOf(name)] ?? '';
    const found = causes[cell('cause_en')];
    const symptom = symptoms[cell('symptom_en')];
    const family = families[cell('machine_model').slice(0, 4)];
    if (!found || !symptom || !family) throw new Error(`fault-cases.csv has words the journey does not know: ${line}`);
    return {
      symptomZh: cell('symptom_zh'),
      symptomEn: cell('symptom_en'),
      model: cell('machine_model'),
      customer: cell('customer'),
      causeZh: cell('cause_zh'),
      causeEn: cell('cause_en'),
      causes: found,
      symptom,
      family,
    };
  });
}
