import { damaged, slice, viewOf } from './format.ts';

/** A stream or storage in a compound file. */
export interface CompoundEntry {
  readonly name: string;
  readonly kind: 'storage' | 'stream';
  readonly start: number;
  readonly size: number;
}

const END_OF_CHAIN = 0xffff_fffe;
const MINI_SECTOR = 64;

/** A compound file ([MS-CFB]), as Word, Excel and PowerPoint wrote until 2003 and others still do. Streams can be overwritten in place. */
export class CompoundFile {
  readonly entries: readonly CompoundEntry[];
  readonly #bytes: Uint8Array;
  readonly #sectorSize: number;
  readonly #fat: readonly number[];
  readonly #miniFat: readonly number[];
  readonly #miniSectors: readonly number[];
  readonly #miniCutoff: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const header = viewOf(slice(bytes, 0, 512));
    const shift = header.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw damaged();
    this.#sectorSize = 2 ** shift;
    this.#miniCutoff = header.getUint32(56, true);
    this.#fat = this.#readFat(header);
    this.#miniFat = this.#numbers(this.#chain(header.getUint32(60, true), this.#fat));
    const directory = this.#chain(header.getUint32(48, true), this.#fat).flatMap((sector) => this.#entriesIn(this.#sector(sector)));
    this.entries = directory.slice(1);
    const [root] = directory;
    if (root === undefined) throw damaged();
    this.#miniSectors = this.#chain(root.start, this.#fat);
  }

  /** A copy of what a stream holds. */
  read(entry: CompoundEntry): Uint8Array {
    return Buffer.concat(this.#pieces(entry));
  }

  /** Puts other bytes in the place of those of a stream; as many. */
  overwrite(entry: CompoundEntry, content: Uint8Array): void {
    let done = 0;
    for (const piece of this.#pieces(entry)) {
      piece.set(content.subarray(done, done + piece.length));
      done += piece.length;
    }
  }

  /** Where in the file a stream lies. */
  #pieces({ start, size }: CompoundEntry): Uint8Array[] {
    const mini = size < this.#miniCutoff;
    const length = mini ? MINI_SECTOR : this.#sectorSize;
    const chain = size === 0 ? [] : this.#chain(start, mini ? this.#miniFat : this.#fat);
    if (chain.length * length < size) throw damaged();
    return chain.slice(0, Math.ceil(size / length)).map((number, index) => {
      const wanted = Math.min(length, size - index * length);
      return mini ? this.#miniSector(number).subarray(0, wanted) : this.#sector(number, wanted);
    });
  }

  /** Whole, but for the end of a stream that a program did not fill up. */
  #sector(number: number, length = this.#sectorSize): Uint8Array {
    return slice(this.#bytes, (number + 1) * this.#sectorSize, length);
  }

  #miniSector(number: number): Uint8Array {
    const perSector = this.#sectorSize / MINI_SECTOR;
    const sector = this.#miniSectors[Math.floor(number / perSector)];
    if (sector === undefined) throw damaged();
    return slice(this.#sector(sector), (number % perSector) * MINI_SECTOR, MINI_SECTOR);
  }

  #readFat(header: DataView): number[] {
    const sectors: number[] = [];
    for (let index = 0; index < 109; index++) sectors.push(header.getUint32(76 + index * 4, true));
    const perSector = this.#sectorSize / 4 - 1;
    const seen = new Set<number>();
    for (let next = header.getUint32(68, true); next < END_OF_CHAIN && !seen.has(next);) {
      seen.add(next);
      const numbers = this.#numbers([next]);
      sectors.push(...numbers.slice(0, perSector));
      next = numbers[perSector] ?? END_OF_CHAIN;
    }
    return this.#numbers(sectors.slice(0, header.getUint32(44, true)));
  }

  #numbers(sectors: readonly number[]): number[] {
    return sectors.flatMap((sector) => {
      const view = viewOf(this.#sector(sector));
      return [...Array(Math.floor(view.byteLength / 4)).keys()].map((index) => view.getUint32(index * 4, true));
    });
  }

  #chain(start: number, table: readonly number[]): number[] {
    const chain: number[] = [];
    for (let next: number | undefined = start; next !== undefined && next < END_OF_CHAIN; next = table[next]) {
      if (chain.length > table.length) throw damaged();
      chain.push(next);
    }
    return chain;
  }

  #entriesIn(sector: Uint8Array): CompoundEntry[] {
    const found: CompoundEntry[] = [];
    for (let at = 0; at + 128 <= sector.length; at += 128) {
      const view = viewOf(slice(sector, at, 128));
      const kind = view.getUint8(66);
      if (kind !== 1 && kind !== 2 && kind !== 5) continue;
      const name = new TextDecoder('utf-16le').decode(slice(sector, at, Math.max(0, Math.min(64, view.getUint16(64, true)) - 2)));
      found.push({ name, kind: kind === 2 ? 'stream' : 'storage', start: view.getUint32(116, true), size: view.getUint32(120, true) });
    }
    return found;
  }
}
