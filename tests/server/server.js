/**
 * The server that counts. Every visit of a page is a run with an id of its own in the path, so that runs side by side
 * cannot mix. Tests ask the server in their own process; nothing about a run is served.
 */

import { randomBytes } from "node:crypto";
import { EventEmitter } from "node:events";
import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { everyPage } from "../pages/catalogue.js";
import { documentOf, policyOf } from "./html.js";

/**
 * @typedef {{ text: string, number: number }} Post One post, and which the page says it is, counted from 1.
 */

const TYPES = { ".js": "text/javascript", ".css": "text/css" };
const byId = new Map(everyPage.map((page) => [page.id, page]));

/** One visit: what arrived. */
export class Run extends EventEmitter {
  /** @type {Post[]} */
  posts = [];
  /** Bodies of reports on the content security policy. @type {string[]} */
  reports = [];

  /**
   * Resolves when `true of` the posts so far; rejects when it has not become so in time.
   *
   * @param {(posts: Post[]) => boolean} isSo
   * @param {number} milliseconds
   */
  async until(isSo, milliseconds) {
    const deadline = AbortSignal.timeout(milliseconds);
    while (!isSo(this.posts)) {
      await new Promise((resolve, reject) => {
        const late = () => reject(new Error("the server did not get the post"));
        this.once("post", () => {
          deadline.removeEventListener("abort", late);
          resolve(undefined);
        });
        if (deadline.aborted) late();
        deadline.addEventListener("abort", late, { once: true });
      });
    }
  }
}

export class Server {
  /** @type {Map<string, Run>} */
  #runs = new Map();
  #http = createServer((request, response) => this.#answer(request, response));
  #bundles;

  constructor(/** @type {string} */ bundles) {
    this.#bundles = bundles;
  }

  /** Listens on a free port of this machine. */
  async start() {
    await new Promise((resolve) => this.#http.listen(0, () => resolve(undefined)));
    return this;
  }

  stop() {
    this.#http.closeAllConnections();
    this.#http.close();
  }

  /**
   * A new run, and the address of a page for it. Chats and pages that show an audience have a site adapter and are on
   * `localhost`; the others are on `127.0.0.1`, which has none. A site's page is on a host of its own.
   *
   * @param {string} page
   * @param {{ chat?: boolean, host?: string, language?: "en" | "nl" }} how
   */
  visit(page, { chat = false, host = hostOf(page, chat), language = "en" } = {}) {
    const id = randomBytes(6).toString("hex");
    const run = new Run();
    this.#runs.set(id, run);
    const { port } = /** @type {import("node:net").AddressInfo} */ (this.#http.address());
    return { run, url: `http://${host}:${port}/run/${id}/${page}?language=${language}${chat ? "&chat" : ""}` };
  }

  async #answer(
    /** @type {import("node:http").IncomingMessage} */ request,
    /** @type {import("node:http").ServerResponse} */ response,
  ) {
    const url = new URL(request.url ?? "", "http://server");
    const [, kind = "", id = "", ...rest] = url.pathname.split("/");
    const run = this.#runs.get(id);
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Cache-Control", kind === "bundles" ? "max-age=3600" : "no-cache");
    if (kind === "bundles") this.#file(normalize([id, ...rest].join("/")), response);
    else if (!run) response.writeHead(404).end();
    else if (kind === "run" && request.method === "GET") this.#page(id, run, rest.join("/"), url, response);
    else if (request.method === "POST") this.#take(kind, run, url, await bodyOf(request), response);
    else response.writeHead(405).end();
  }

  #file(/** @type {string} */ path, /** @type {import("node:http").ServerResponse} */ response) {
    const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(path))];
    if (!type || path.startsWith("..")) return response.writeHead(404).end();
    response.setHeader("Content-Type", `${type}; charset=utf-8`);
    return createReadStream(join(this.#bundles, path))
      .on("error", () => response.writeHead(404).end())
      .pipe(response);
  }

  #page(
    /** @type {string} */ id,
    /** @type {Run} */ run,
    /** @type {string} */ name,
    /** @type {URL} */ url,
    /** @type {import("node:http").ServerResponse} */ response,
  ) {
    const page = byId.get(name);
    if (!page) return response.writeHead(404).end();
    const nonce = randomBytes(9).toString("base64");
    response.setHeader(...policyOf(page, nonce, id));
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    const how = {
      run: id,
      posted: run.posts.length,
      chat: url.searchParams.has("chat"),
      language: url.searchParams.get("language") === "nl" ? /** @type {const} */ ("nl") : /** @type {const} */ ("en"),
      bundles: this.#bundles,
      nonce,
    };
    return response.end(documentOf(page, how));
  }

  #take(
    /** @type {string} */ kind,
    /** @type {Run} */ run,
    /** @type {URL} */ url,
    /** @type {string} */ body,
    /** @type {import("node:http").ServerResponse} */ response,
  ) {
    if (kind === "reports") {
      run.reports.push(body);
      return response.writeHead(204).end();
    }
    if (kind === "forms") {
      const form = new URLSearchParams(body);
      run.posts.push({ text: (form.get("text") ?? "").replaceAll("\r\n", "\n"), number: run.posts.length + 1 });
      response.writeHead(303, { Location: form.get("back") ?? "/" }).end();
    } else {
      run.posts.push({ text: body, number: Number(url.searchParams.get("n")) });
      response.writeHead(204).end();
    }
    return run.emit("post");
  }
}

/** @param {string} page @param {boolean} chat */
function hostOf(page, chat) {
  const fixture = byId.get(page)?.fixture;
  if (fixture) return fixture.site ? `${fixture.site}.localhost` : "127.0.0.1";
  return chat ? "localhost" : "127.0.0.1";
}

async function bodyOf(/** @type {import("node:http").IncomingMessage} */ request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
