/** A server for one folder of static files, on this machine only. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = /** @type {Record<string, string>} */ ({
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
});

/**
 * Resolves with the address once it listens; rejects when the port is taken.
 * @param {string} folder
 * @param {number} port
 * @returns {Promise<string>}
 */
export function serve(folder, port) {
  const server = createServer(async (request, response) => {
    try {
      // Normalising an absolute path leaves no `..` that could lead out of the folder.
      const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
      const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
      const content = await readFile(file);
      response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
      response.setHeader("cache-control", "no-cache");
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject).listen(port, "127.0.0.1", () => resolve(`http://127.0.0.1:${port}/`));
  });
}
