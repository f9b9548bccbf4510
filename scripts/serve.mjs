/** A small web server for looking at what was built, on this machine only. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/**
 * Serves a folder until it is closed, or the process ends.
 * @param {string} folder
 * @param {number} port 0 takes a free one
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serve(folder, port) {
  const root = resolve(folder);
  const server = createServer(async ({ url = "/" }, response) => {
    const file = await find(root, url).catch(() => null);
    if (!file) return response.writeHead(404).end();
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "cache-control": "no-cache" });
    createReadStream(file).pipe(response);
  });
  await new Promise((listening, failed) =>
    server.once("error", failed).listen(port, "127.0.0.1", () => listening(null)),
  );
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${address.port}`, close };
}

/**
 * The file that an address means: a folder means its page, and nothing outside the root is meant.
 * @param {string} root
 * @param {string} url
 */
async function find(root, url) {
  const path = join(root, decodeURIComponent(new URL(url, "http://localhost").pathname));
  const file = path.endsWith(sep) ? join(path, "index.html") : path;
  return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : null;
}
