/** Zip archives that are the same, byte for byte, whenever the files in them are: no dates, no owners, sorted names. */
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";

/** 1980-01-01, the earliest day a zip archive can name, in its own notation. */
const DATE = 0x0021;
const UTF8 = 0x0800;
const DEFLATE = 8;
const VERSION = 20;

/**
 * @param {string} folder
 * @returns {Promise<Buffer>}
 */
export async function zipFolder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const named = files.map((file) => ({ file, name: relative(folder, file).split(sep).join("/") }));
  named.sort((a, b) => (a.name < b.name ? -1 : 1));

  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { file, name } of named) {
    const { fields, bytes } = describe(await readFile(file), name);
    const encoded = Buffer.from(name);
    const local = Buffer.concat([little([0x04034b50, 4]), fields, encoded, bytes]);
    directory.push(
      little([0x02014b50, 4], [VERSION, 2]),
      fields,
      little([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      encoded,
    );
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const count = named.length;
  const end = little([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [index.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...parts, index, end]);
}

/**
 * The fields that a file's own header and the directory share, and its compressed bytes.
 * @param {Buffer} content
 * @param {string} name
 */
function describe(content, name) {
  const bytes = deflateRawSync(content, { level: 9 });
  const length = Buffer.byteLength(name);
  const sizes = /** @type {const} */ ([
    [crc32(content), 4],
    [bytes.length, 4],
    [content.length, 4],
    [length, 2],
    [0, 2],
  ]);
  return { fields: little([VERSION, 2], [UTF8, 2], [DEFLATE, 2], [0, 2], [DATE, 2], ...sizes), bytes };
}

/**
 * Numbers, each with its length in bytes, lowest byte first.
 * @param {...readonly [number, number]} numbers
 */
function little(...numbers) {
  return Buffer.concat(
    numbers.map(([value, length]) => {
      const bytes = Buffer.alloc(length);
      bytes.writeUIntLE(value, 0, length);
      return bytes;
    }),
  );
}
