/**
 * Copies a table for pasting into a sheet or a letter. By selecting it, since the newer way does not work where the
 * service is reached without TLS, as within a ministry's own network.
 */
export function copyTable(id: string): boolean {
  const selection = getSelection()!;
  const range = document.createRange();
  range.selectNode(document.getElementById(id)!);
  selection.removeAllRanges();
  selection.addRange(range);
  // oxlint-disable-next-line typescript/no-deprecated -- see above
  const isCopied = document.execCommand('copy');
  selection.removeAllRanges();
  return isCopied;
}
