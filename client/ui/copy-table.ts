/** What stands in a cell of a table; null is empty. */
export type Cell = string | number | null;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

// A sheet that is told so takes a number for a number and a text for a text: no code loses its zeros, no name is a formula.
const inHtml = (cell: Cell) =>
  typeof cell === 'number'
    ? `<td x:num="${cell}">${cell}</td>`
    : `<td style="mso-number-format:'\\@'">${escaped(cell ?? '')}</td>`;

const inText = (cell: Cell) => String(cell ?? '').replace(/\s+/g, ' ');

/** The same rows for a letter or a sheet, and for what takes text alone. */
export const asClipboard = (rows: readonly (readonly Cell[])[]) => ({
  'text/html': `<table>${rows.map((row) => `<tr>${row.map(inHtml).join('')}</tr>`).join('')}</table>`,
  'text/plain': rows.map((row) => row.map(inText).join('\t')).join('\n'),
});

/**
 * Copies rows for pasting into a sheet or a letter, and tells whether the browser let it. By a command, since the newer
 * way does not work where the service is reached without TLS, as within a ministry's own network.
 */
export function copyRows(rows: readonly (readonly Cell[])[]): boolean {
  let isTaken = false;
  function take(event: ClipboardEvent): void {
    for (const [kind, text] of Object.entries(asClipboard(rows))) event.clipboardData!.setData(kind, text);
    event.preventDefault();
    isTaken = true;
  }
  document.addEventListener('copy', take, { once: true });
  // Some browsers copy nothing, not even what is given here, where nothing is selected.
  getSelection()!.selectAllChildren(document.body);
  // oxlint-disable-next-line typescript/no-deprecated -- see above
  const isCopied = document.execCommand('copy');
  document.removeEventListener('copy', take);
  getSelection()!.removeAllRanges();
  return isTaken && isCopied;
}

/** What a number looks like on the page: its thousands are parted by spaces or commas. */
const shownNumber = /^-?\d{1,3}([\u00a0\u202f ,]\d{3})*$|^-?\d+$/;

function cellOf({ innerText, tagName }: HTMLTableCellElement): Cell {
  const text = innerText.trim();
  return tagName === 'TD' && shownNumber.test(text) ? Number(text.replace(/[^\d-]/g, '')) : text;
}

/** Copies a table of the page as it is shown. */
export const copyTable = (id: string): boolean =>
  copyRows(
    [...(document.getElementById(id) as HTMLTableElement).rows].map(({ cells }) =>
      [...cells].map((cell) => cellOf(cell)),
    ),
  );
