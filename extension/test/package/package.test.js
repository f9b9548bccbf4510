/** What the built packages may and may not hold. They are read as the browser gets them: build first. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "acorn";
import { full } from "acorn-walk";

const TARGET = fileURLToPath(new URL("../../../target/extension/", import.meta.url));
const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const SITES = new URL("../../sites/", import.meta.url);

/** Ways to the network, to code that is not in the package, and out of the package's own documents. */
const FORBIDDEN = [
  ...["XMLHttpRequest", "WebSocket", "WebTransport", "EventSource", "sendBeacon", "RTCPeerConnection", "Worker"],
  ...[
    "SharedWorker",
    "importScripts",
    "eval",
    "Function",
    "setInterval",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
  ],
  ...[
    "document.write",
    "sendNativeMessage",
    "connectNative",
    "connectExternal",
    "fetchLater",
    "localStorage",
    "indexedDB",
  ],
];

/** The permissions that README explains, by the first column of its table. */
const explained = [...README.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);

for (const browser of ["chrome", "firefox"]) {
  const folder = join(TARGET, browser);
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const scripts = files.filter((file) => file.endsWith(".js"));
  const source = (/** @type {string} */ file) => readFileSync(join(folder, file), "utf8");

  test(`${browser}: asks for exactly what README explains`, () => {
    assert.deepEqual([...manifest.permissions].sort(), [...explained].sort());
    assert.deepEqual(manifest.optional_host_permissions, ["*://*/*"]);
    assert.equal(manifest.optional_permissions, undefined);
    const sites = readdirSync(SITES).map((file) => JSON.parse(readFileSync(new URL(file, SITES), "utf8")));
    const hosts = sites.filter(({ optional }) => !optional).flatMap((site) => site.hosts);
    assert.deepEqual(manifest.host_permissions, hosts.map((host) => `https://${host}/*`).sort());
    assert.deepEqual(manifest.content_scripts[0].matches, manifest.host_permissions);
    assert.equal(manifest.content_scripts.length, 1);
  });

  test(`${browser}: nothing of it is open to pages or other extensions`, () => {
    for (const key of ["web_accessible_resources", "externally_connectable", "sandbox", "devtools_page"]) {
      assert.equal(manifest[key], undefined, key);
    }
  });

  test(`${browser}: its content security policy leaves it no way out`, () => {
    const policy = Object.fromEntries(
      manifest.content_security_policy.extension_pages.split(";").map((/** @type {string} */ directive) => {
        const [name, ...sources] = directive.trim().split(/\s+/);
        return [name, sources.join(" ")];
      }),
    );
    assert.deepEqual(policy, {
      "default-src": "'none'",
      "script-src": "'self' 'wasm-unsafe-eval'",
      "connect-src": "'self'",
      "style-src": "'self'",
      "img-src": "'self'",
      "base-uri": "'none'",
      "form-action": "'none'",
      "frame-ancestors": "'none'",
    });
  });

  test(`${browser}: no script reaches the network or brings in code`, () => {
    assert.deepEqual(scripts.sort(), ["background.js", "content.js", "options.js", "popup.js", "welcome.js"]);
    for (const file of scripts) {
      for (const name of namesIn(source(file))) assert.ok(!FORBIDDEN.includes(name), `${file} names ${name}`);
    }
  });

  test(`${browser}: what is fetched is in the package`, () => {
    /** @type {string[]} */
    const fetched = [];
    for (const file of scripts) {
      for (const call of fetchesIn(source(file))) {
        const [, path] =
          call.match(/^fetch\(chrome\.runtime\.getURL\("([^"]+)"\)\)$/) ?? assert.fail(`${file}: ${call}`);
        fetched.push(String(path));
      }
    }
    assert.deepEqual(fetched.sort(), ["engine.wasm", "policy.sealed"]);
    for (const path of fetched) assert.ok(files.includes(path), path);
  });

  test(`${browser}: no address of another host stands in it`, () => {
    for (const file of files.filter((name) => /\.(js|html|css)$/.test(name))) {
      const addresses = source(file).match(/(?:https?|wss?):\/\/[^\s"'`)]+/g) ?? [];
      const others = addresses.filter((address) => address !== "http://www.w3.org/2000/svg");
      assert.deepEqual(others, [], file);
    }
  });

  test(`${browser}: the content script does not know WebAssembly`, () => {
    assert.doesNotMatch(source("content.js"), /WebAssembly|\.wasm/i);
  });

  test(`${browser}: only what is meant to be there is there`, () => {
    const meant =
      /^(manifest\.json|managed-schema\.json|engine\.wasm|policy\.sealed|(pages|tables)\.css|(popup|options|welcome)\.(html|js)|(background|content)\.js)$/;
    const folders = /^(_locales\/(en|nl)\/messages\.json|icons\/\d+\.png|pictures\/[123]-(en|nl)-(light|dark)\.webp)$/;
    for (const file of files) assert.ok(meant.test(file) || folders.test(file), file);
    assert.doesNotMatch(scripts.map(source).join(""), /sourceMappingURL/);
  });
}

/** Every name in a script: of variables and of properties, however they are looked up. */
function namesIn(/** @type {string} */ code) {
  const names = new Set();
  full(parse(code, { ecmaVersion: "latest", sourceType: "module" }), (/** @type {any} */ node) => {
    if (node.type === "Identifier") names.add(node.name);
    if (node.type === "ImportExpression") names.add("importScripts");
    if (node.type !== "MemberExpression") return;
    const property = node.property.name ?? node.property.value;
    names.add(property).add(`${node.object.name}.${property}`);
  });
  return names;
}

/** The text of every call of `fetch`. */
function fetchesIn(/** @type {string} */ code) {
  /** @type {string[]} */
  const calls = [];
  let named = 0;
  full(parse(code, { ecmaVersion: "latest", sourceType: "module" }), (/** @type {any} */ node) => {
    if (node.type === "CallExpression" && node.callee.name === "fetch") calls.push(code.slice(node.start, node.end));
    if (node.type === "Identifier" && node.name === "fetch") named += 1;
    if (node.type === "Literal" && node.value === "fetch") named += 1;
  });
  assert.equal(calls.length, named, "fetch is called by its name or not at all");
  return calls;
}
