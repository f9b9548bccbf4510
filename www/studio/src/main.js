/**
 * The studio: a make-believe network on one page, guarded as a company's own intranet page would be, with the engine in
 * the page itself; beside it the verdict, explained as the draft grows; and below it the policy, to be written and tried.
 */
import { directEngine, guard } from "bezint";
import { check, Engine, initSync, page, seal } from "../../../target/wasm/author/bezint.js";
import { Authoring } from "./authoring.js";
import { make } from "./make.js";
import { explain } from "./verdict.js";
import { preferred, speak } from "./words.js";

const AUDIENCES = /** @type {const} */ (["public", "followers", "company", "group", "named", "self"]);
const EXAMPLES = ["fine", "password", "bsn", "marking"];

const part = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const draft = /** @type {HTMLTextAreaElement} */ (part("draft"));
const audience = /** @type {HTMLSelectElement} */ (part("audience"));
const composer = /** @type {HTMLFormElement} */ (part("composer"));

let words = speak(preferred());
/** @type {import("bezint/types").Engine | undefined} */
let engine;
/** @type {import("bezint/types").Guard | undefined} */
let guarding;
/** @type {Authoring | undefined} */
let authoring;

audience.append(...AUDIENCES.map((value) => Object.assign(document.createElement("option"), { value })));
for (const choice of document.querySelectorAll("[name=language]")) {
  const radio = /** @type {HTMLInputElement} */ (choice);
  radio.checked = radio.value === words.language;
  radio.addEventListener("change", () => {
    words = speak(radio.value);
    show();
  });
}
draft.addEventListener("input", judge);
audience.addEventListener("change", () => {
  tellReaders();
  judge();
});
composer.addEventListener("submit", post);
draft.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) composer.requestSubmit();
});

show();
try {
  initSync({ module: await WebAssembly.compileStreaming(fetch("engine.wasm")) });
  authoring = new Authoring({ check, seal, page }, words, use);
  await authoring.begin();
  authoring.speak(words);
} catch {
  part("policy").replaceChildren(make("p.trouble", words.say("broken")));
}

/** Drafts are judged by this policy from now on. */
function use(/** @type {Uint8Array} */ sealed) {
  engine = directEngine(Engine, sealed);
  watch(engine);
  judge();
}

/** Puts everything on the page in the language chosen, and has the guard speak it too. */
function show() {
  const { say, language } = words;
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-message]")) {
    element.textContent = say(/** @type {HTMLElement} */ (element).dataset.message ?? "");
  }
  draft.placeholder = say("placeholder");
  for (const option of audience.options) option.textContent = say(`audience.${option.value}`);
  part("examples").replaceChildren(...EXAMPLES.map(example));
  tellReaders();
  judge();
  authoring?.speak(words);
  if (engine) watch(engine);
}

/** Has the guard watch over the composer, in the language chosen. */
function watch(/** @type {import("bezint/types").Engine} */ engine) {
  guarding?.stop();
  guarding = guard({ engine, site: siteIn(words), language: words.language });
  showPolicy(engine);
}

/** The page, as an adapter describes a site: who can read a post is what the line under the composer says. */
function siteIn(/** @type {import("./words.js").Words} */ { say }) {
  const tells = Object.fromEntries(AUDIENCES.map((one) => [one, [say(`readers.${one}`)]]));
  return {
    id: "studio",
    name: "Bezint",
    hosts: [location.hostname],
    // A policy looks like a draft and is full of examples, and is not posted.
    mirrors: "#source",
    composers: [{ id: "post", composer: "#draft", submit: ["#post"], audience: { from: "#readers", words: tells } }],
  };
}

function tellReaders() {
  part("readers").textContent = words.say(`readers.${audience.value}`);
}

function example(/** @type {string} */ name) {
  const button = make("button.example", words.say(`example.${name}`));
  button.setAttribute("type", "button");
  button.addEventListener("click", () => {
    draft.value = words.say(`example.${name}.draft`);
    draft.focus();
    draft.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return make("li", button);
}

/** Explains the draft as it stands; an answer to an older draft is left aside. */
async function judge() {
  const text = draft.value;
  const readers = /** @type {import("bezint/types").Audience} */ (audience.value);
  part("count").textContent = text ? String(text.length) : "";
  if (!text.trim() || !engine) {
    part("verdict").replaceChildren(make("p.empty", words.say("empty")));
    return;
  }
  const start = performance.now();
  const verdict = await engine.evaluate(text, { audience: readers, site: "studio" });
  const time = (performance.now() - start).toFixed(1);
  if (text !== draft.value || readers !== audience.value) return;
  part("verdict").replaceChildren(...explain(verdict, text, words), make("p.took", words.say("took", { time })));
}

/** What a site does when its button is pressed. */
function post(/** @type {SubmitEvent} */ event) {
  event.preventDefault();
  if (!draft.value.trim()) return draft.focus();
  const readers = words.say("posted.to", { audience: words.say(`audience.${audience.value}`) });
  part("posted").prepend(make("li", make("p", draft.value), make("p.where", readers)));
  part("nothing").hidden = true;
  draft.value = "";
  judge();
}

async function showPolicy(/** @type {import("bezint/types").Engine} */ from) {
  const { say, pick } = words;
  const card = await from.card();
  part("policy").replaceChildren(
    make("h3", say("policy")),
    make("p.title", pick(card.title), " ", make("span", say("policy.version", { version: card.version }))),
    make("p", say(`stance.${card.stance}`)),
  );
}
