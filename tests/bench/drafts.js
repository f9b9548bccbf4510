/** The texts that are measured. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** As long as a short post, a long one, an article, and more than anyone posts, in characters. */
export const SIZES = [280, 3_000, 10_000, 100_000];

/**
 * Posts one after the other, and again from the first, up to a size.
 *
 * @param {number} size In characters.
 * @param {string} [posts] Our own, if no others are given.
 */
export function draftOf(size, posts = readFileSync(`${root}tests/bench/posts.txt`, "utf8")) {
  const characters = [...posts.slice(0, 2 * size)];
  return Array.from({ length: size }, (_, at) => characters[at % characters.length]).join("");
}

/** What, said again and again, gives the engine the most to do: each piece begins, or is, what many detectors wait for. */
const PIECES = [
  "1",
  "1 2 ",
  "0612345678 ",
  "0031 6 ",
  "NL91ABNA0417164300 ",
  "NL 91 ",
  "BE12 ",
  "bsn 111222333 ",
  "4111111111111111 ",
  "a@a.nl ",
  "a@",
  "https://a:b@c.nl/ ",
  "://a:",
  "password: ",
  "secret=a ",
  "token = 'a' ",
  "api_key:",
  "ghp_",
  "AKIA",
  "eyJ",
  "aA1/",
  "0a",
  "AE ",
  "10.0.0.1 ",
  "::1 ",
  "12-AB-",
  "1234 AB ",
  "Dorp 1, 1234 AB ",
  "-----BEGIN ",
  "vertrouwelijk ",
  "confidential bsn 111222333. ",
  "é12 ",
  "ａ@",
  "\u200B1",
  "e\u0301",
];

/**
 * Drafts that are made to be slow.
 *
 * @param {number} size In characters.
 */
export function worst(size) {
  return PIECES.map((piece) => ({ piece, draft: piece.repeat(Math.ceil(size / piece.length)).slice(0, size) }));
}
