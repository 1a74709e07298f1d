/** Reads the text of a PDF with pdf.js, which shares nothing with what wrote it. */

/**
 * The text of all pages, one line of a page a line.
 * @throws Error where the file is no PDF, is damaged or encrypted
 */
export async function readText(pdf: Uint8Array): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // A copy: pdf.js takes possession of the bytes.
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false });
  try {
    const document = await task.promise;
    let text = '';
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
      text += '\n';
    }
    return text;
  } finally {
    await task.destroy();
  }
}
