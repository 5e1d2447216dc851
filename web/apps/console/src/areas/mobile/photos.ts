import { api, call, take } from '@firstfix/api';
import type { WorkOrder } from './data.ts';

const longestSide = 2048;
const smallEnough = 1_500_000;

/** A camera's picture has more points than a report needs; over a phone's network they would cost minutes. */
export async function shrunk(file: File): Promise<File> {
  if (file.size <= smallEnough && /^image\/(?:jpeg|png|webp)$/.test(file.type)) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
    return blob ? new File([blob], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' }) : file;
  } catch {
    // Not a picture this browser can read: the server says what it thinks of it.
    return file;
  }
}

export async function addPhoto(number: string, file: File, moment: 'BEFORE' | 'DURING' | 'AFTER', headers: Record<string, string>): Promise<WorkOrder> {
  const form = new FormData();
  form.append('file', await shrunk(file));
  const stored = (await call<{ id: string }>('POST', '/api/v1/files', { body: form })).data;
  return take(api.POST('/api/v1/work-orders/{number}/photos', { params: { path: { number } }, body: { fileId: stored.id, moment }, headers }));
}
