import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a person reads in a PDF, without the spaces that stand between the pieces of a line. */
export async function textOf(pdf: Uint8Array): Promise<string> {
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await task.destroy();
  return squeezed(pages.join('\n'));
}

export const squeezed = (text: string) => text.replace(/\s+/g, '');
