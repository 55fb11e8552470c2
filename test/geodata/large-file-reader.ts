// Run as a process of its own, with little memory: reads a file through its source and counts.
import { openFile } from '../../geodata/files/open.ts';
import { chooseSource } from '../../geodata/sources/choose.ts';
import { readRows } from '../../geodata/sources/read.ts';

const file = await openFile(process.argv[2]);
const { source, columns } = chooseSource(file);
let [rows, faults] = [0, 0];
for await (const read of readRows(file, source, { columns, fileName: 'large', dated: null })) {
  rows += 1;
  faults += read.faults.length;
}
console.log(JSON.stringify({ kind: source.kind, rows, faults }));
